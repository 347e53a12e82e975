import type { FieldKind } from './field.ts';
import { FIELD_KEYS, type FieldKey, fieldOf } from './field-keys.ts';
import type { Person, Segment, Ticket } from './schemas/ticket.ts';

type Texts = (string | null)[];

/** Appends the texts that a field of a ticket consists of: lists of each field's own would take ten times the time. */
type AppendTexts = (ticket: Ticket, texts: Texts) => void;

/** Makes what reads the texts that people have written, by a field's kind; null where there are none, or another field has them. */
const READERS: Readonly<Record<FieldKind, ((of: keyof Ticket) => AppendTexts) | null>> = {
  id: null,
  number: null,
  text: wholeText,
  words: wholeText,
  date: null,
  flag: null,
  age: null,
  person: (of) => (ticket, texts) => {
    const person = ticket[of] as Person | null;
    if (person !== null) texts.push(person.name, person.email);
  },
  email: null,
  segment: (of) => (ticket, texts) => {
    const segment = ticket[of] as Segment | null;
    if (segment !== null) texts.push(segment.name, segment.code);
  },
  customer: wholeText,
  moved: null,
};

function wholeText(of: keyof Ticket): AppendTexts {
  return (ticket, texts) => {
    texts.push(ticket[of] as string | null);
  };
}

/** Makes the reader of all that people have written in these fields of a ticket. */
export function textsReader(
  keys: readonly FieldKey[] = FIELD_KEYS,
): (ticket: Ticket) => readonly (string | null)[] {
  const readers = keys.flatMap((key) => {
    const { kind, of } = fieldOf(key);
    return READERS[kind]?.(of) ?? [];
  });
  return (ticket) => {
    const texts: Texts = [];
    for (const append of readers) append(ticket, texts);
    return texts;
  };
}
