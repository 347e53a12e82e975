import {
  FIELD_KEYS,
  type FieldKey,
  type FieldKind,
  fieldOf,
  labelReader,
  MASKED,
  type Ticket,
  valueReader,
} from '../../../contract/index.ts';
import { truncateTicket } from '../../../contract/meeting/index.ts';
import { formatExact } from '../../format/dates.ts';
import { fieldTitle } from '../../format/fields.ts';
import { formatValue } from '../../format/value-labels.ts';
import { maskedTicket } from '../model/mask-meeting.ts';

/** A difference between a ticket and the meeting's copy, in words. */
export interface Difference {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Whether the text is the description, which needs space. */
  readonly long: boolean;
}

/** The reader's options for showing differences. */
export interface DifferenceOptions {
  /** Whether customers' names and e-mails are hidden. */
  readonly masked: boolean;
  /** Whether the copy has none: then nothing can be said of a change in them. */
  readonly namesRemoved: boolean;
  /** The IANA time zone to tell instants in. */
  readonly zone: string;
}

/** A comparable field of a ticket. */
interface ComparedField {
  readonly title: string;
  readonly same: (a: Ticket, b: Ticket) => boolean;
  readonly labelOf: (ticket: Ticket, zone: string) => string;
  readonly long: boolean;
}

/** Kinds of fields that say again what another says. */
const SAID_BY_ANOTHER: readonly FieldKind[] = ['id', 'age', 'email', 'moved'];

/** The field that changes whenever another does. */
const TOUCHED: FieldKey = 'updatedAt';

const COMPARED: readonly ComparedField[] = FIELD_KEYS.filter(
  (key) => key !== TOUCHED && !SAID_BY_ANOTHER.includes(fieldOf(key).kind),
).map(comparedField);

function comparedField(key: FieldKey): ComparedField {
  const [value, label] = [valueReader(key), labelReader(key)];
  return {
    title: fieldTitle(key),
    same: (a, b) => value(a, 0) === value(b, 0) && label(a, 0) === label(b, 0),
    labelOf: (ticket, zone) => labelIn(key, label(ticket, 0), zone),
    long: fieldOf(key).kind === 'words',
  };
}

function labelIn(key: FieldKey, label: string | null, zone: string): string {
  const { kind, known, none, values } = fieldOf(key);
  if (label === null) return none ?? (kind === 'customer' ? 'Anonymous' : 'none');
  if (kind === 'date') return formatExact(label, zone);
  if (known !== undefined) return formatValue(label);
  return values?.find(({ value }) => value === label)?.label ?? label;
}

/** The differences between a ticket and the meeting's copy. */
export function differences(
  copy: Ticket,
  newest: Ticket,
  { masked, namesRemoved, zone }: DifferenceOptions,
): readonly Difference[] {
  // A copy without names is compared with what would be left of the newest one.
  const now = namesRemoved ? truncateTicket(maskedTicket(newest)) : newest;
  const changed = COMPARED.filter(({ same }) => !same(copy, now));
  if (changed.length === 0) return [];
  const [from, to] = masked ? [maskedTicket(copy), maskedTicket(now)] : [copy, now];
  return changed.map(({ title, labelOf, long }) =>
    difference(title, labelOf(from, zone), labelOf(to, zone), long),
  );
}

/** Two things that read the same, and are not, are told apart as far as may be. */
function difference(title: string, from: string, to: string, long: boolean): Difference {
  if (from !== to) return { title, from, to, long };
  const hidden = from.includes(MASKED);
  return { title, from, to: hidden ? `another ${MASKED}` : `another ${to}`, long: false };
}
