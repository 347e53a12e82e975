import type { ComponentType } from 'react';
import {
  FIELD_KEYS,
  type FieldKind,
  fieldOf,
  isPersonal,
  labelReader,
  type Ticket,
} from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { type FactSection, fieldTitle, PRESENTATION } from '../../format/fields.ts';
import { useShownList } from '../../workspace/workspace-context.ts';
import { type FieldFactProps, TextFact } from './facts.tsx';
import { Moment } from './moment.tsx';
import { Customer, PersonFact } from './people.tsx';
import { SegmentFact } from './segment-fact.tsx';

/** Facts by their field's kind. */
const FACTS: Readonly<Record<FieldKind, ComponentType<FieldFactProps>>> = {
  id: ValueFact,
  number: ValueFact,
  text: ValueFact,
  words: ValueFact,
  date: DateFact,
  flag: LabelFact,
  age: LabelFact,
  person: PersonFact,
  email: LabelFact,
  segment: SegmentFact,
  customer: Customer,
  moved: LabelFact,
};

interface SectionFactsProps {
  readonly section: FactSection;
  readonly ticket: Ticket;
}

/** All fields of a ticket that a section of its details lists. */
export function SectionFacts({ section, ticket }: SectionFactsProps) {
  const seesCustomers = useSeesCustomers();
  return FIELD_KEYS.filter(
    (key) => PRESENTATION[key].section === section && (seesCustomers || !isPersonal(key)),
  ).map((key) => <FieldFact key={key} field={key} ticket={ticket} />);
}

/** A field of a ticket by its name, as its kind is shown. */
function FieldFact({ ticket, field }: FieldFactProps) {
  const { kind, of } = fieldOf(field);
  if (PRESENTATION[field].onlyIfKnown && ticket[of] === null) return null;
  const OfKind = FACTS[kind];
  return <OfKind ticket={ticket} field={field} />;
}

function ValueFact({ ticket, field }: FieldFactProps) {
  return <TextFact name={fieldTitle(field)} value={ticket[fieldOf(field).of] as string | number | null} />;
}

function DateFact({ ticket, field }: FieldFactProps) {
  return <Moment name={fieldTitle(field)} instant={ticket[fieldOf(field).of] as string | null} />;
}

function LabelFact({ ticket, field }: FieldFactProps) {
  const { list } = useShownList();
  const label = labelReader(field)(ticket, Date.parse(list?.snapshot.takenAt ?? ''));
  const known = fieldOf(field).values?.find(({ value }) => value === label);
  return <TextFact name={fieldTitle(field)} value={known?.label ?? label} />;
}
