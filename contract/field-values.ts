import { AGE_BANDS, ageInDays } from './age.ts';
import type { FieldKind } from './field.ts';
import { type FieldKey, fieldOf } from './field-keys.ts';
import type { Person, Segment, Ticket } from './schemas/ticket.ts';
import { customerLabel, NONE, personLabel, personValue, segmentLabel, segmentValue } from './ticket.ts';

/** Reads a text of a ticket. `takenAt`: when the data was taken, in epoch milliseconds; ages count up to it. */
type ReadText = (ticket: Ticket, takenAt: number) => string | null;

/** Readers of a field by its kind: as its query key takes it, and as people call it. */
interface Reading {
  readonly value: ReadText;
  readonly label: ReadText;
}

/** Makes the reading of a field out of the ticket's property that it is of. */
const READINGS: Readonly<Record<FieldKind, (of: keyof Ticket) => Reading>> = {
  id: (of) => sameFor((ticket) => String(ticket[of])),
  number: (of) => sameFor((ticket) => (ticket[of] === null ? null : String(ticket[of]))),
  text: (of) => sameFor((ticket) => ticket[of] as string | null),
  words: (of) => sameFor((ticket) => ticket[of] as string | null),
  date: (of) => sameFor((ticket) => ticket[of] as string | null),
  flag: (of) => sameFor((ticket) => String(ticket[of] === true)),
  age: (of) => sameFor((ticket, takenAt) => ageBand(ticket[of] as string | null, takenAt)),
  person: (of) => ({
    value: (ticket) => personValue(ticket[of] as Person | null),
    label: (ticket) => personLabel(ticket[of] as Person | null),
  }),
  email: (of) => sameFor((ticket) => (ticket[of] as Person | null)?.email ?? null),
  segment: (of) => ({
    value: (ticket) => segmentValue(ticket[of] as Segment | null),
    label: (ticket) => segmentLabel(ticket[of] as Segment | null),
  }),
  customer: () => sameFor(customerLabel),
  moved: () =>
    sameFor(({ currentSegment, originSegment }) =>
      String(segmentValue(currentSegment) !== segmentValue(originSegment)),
    ),
};

/** Reads what a field's query key takes: null for a ticket that no value finds. */
export function valueReader(key: FieldKey): ReadText {
  const { kind, of, none } = fieldOf(key);
  const { value } = READINGS[kind](of);
  return none === undefined ? value : (ticket, takenAt) => value(ticket, takenAt) ?? NONE;
}

/** Reads how a field's value is called on screen, in sorting and in files; null where there is nothing to call. */
export function labelReader(key: FieldKey): ReadText {
  const { kind, of } = fieldOf(key);
  return READINGS[kind](of).label;
}

function sameFor(read: ReadText): Reading {
  return { value: read, label: read };
}

/** A day that is still to come is in no band. */
function ageBand(issued: string | null, takenAt: number): string | null {
  if (issued === null) return null;
  const days = ageInDays(Date.parse(issued), takenAt);
  return AGE_BANDS.find(({ from, to }) => days >= from && days < to)?.value ?? null;
}
