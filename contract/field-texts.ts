import { FIELD_KEYS, type FieldKey, type FieldKind, fieldOf } from './fields.ts';
import type { Person, Segment, Ticket } from './schemas/ticket.ts';

/** Reads the texts that a field of a ticket consists of. */
type ReadTexts = (ticket: Ticket) => readonly (string | null)[];

const whole =
  (of: keyof Ticket): ReadTexts =>
  (ticket) => [ticket[of] as string | null];

/** Readers of what people have written, by a field's kind; null where that is nothing, or another field's. */
const TEXTS: Readonly<Record<FieldKind, ((of: keyof Ticket) => ReadTexts) | null>> = {
  id: null,
  number: null,
  text: whole,
  words: whole,
  date: null,
  flag: null,
  age: null,
  person: (of) => (ticket) => {
    const person = ticket[of] as Person | null;
    return [person?.name ?? null, person?.email ?? null];
  },
  email: null,
  segment: (of) => (ticket) => {
    const segment = ticket[of] as Segment | null;
    return [segment?.name ?? null, segment?.code ?? null];
  },
  customer: whole,
  moved: null,
};

/** Reads all that people have written in these fields of a ticket. */
export function textsReader(keys: readonly FieldKey[] = FIELD_KEYS): ReadTexts {
  const readers = keys.flatMap((key) => {
    const { kind, of } = fieldOf(key);
    return TEXTS[kind]?.(of) ?? [];
  });
  return (ticket) => readers.flatMap((read) => read(ticket));
}
