import { FIELD_KEYS, fieldOf, shorten, type Ticket } from '../index.ts';
import { MAX_DESCRIPTION, MAX_LABEL } from './limits.ts';

/** Characters that no text needs and a file escapes with six each: controls but tabs and breaks, lone surrogates. */
const NEEDLESS = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** The properties of a ticket that hold whole letters. */
const LETTERS: readonly string[] = FIELD_KEYS.map(fieldOf).flatMap(({ kind, of }) =>
  kind === 'words' ? of : [],
);

/** A ticket as a meeting keeps it: the same, unless a text is longer than a meeting's texts may be. */
export function truncateTicket(ticket: Ticket): Ticket {
  return truncateTexts(ticket, (text, property) => (LETTERS.includes(property) ? words(text) : label(text)));
}

/** Truncates the texts of a ticket, and of its people and segments. */
function truncateTexts<Part extends object>(
  part: Part,
  truncate: (text: string, property: string) => string,
): Part {
  const entries = Object.entries(part).map(([property, value]) => {
    if (typeof value === 'string') return [property, truncate(value, property)];
    return [property, typeof value === 'object' && value !== null ? truncateTexts(value, truncate) : value];
  });
  return Object.fromEntries(entries);
}

/** A text that somebody has typed, no longer than it may be. */
export function truncateText(text: string, most: number): string {
  const held = text.replace(NEEDLESS, '');
  return held.length <= most ? held : shorten(held, most - 1);
}

function label(text: string): string {
  return truncateText(text, MAX_LABEL);
}

/** Truncates a description and says so: nobody may take the beginning of a letter for all of it. */
function words(text: string): string {
  const held = text.replace(NEEDLESS, '');
  if (held.length <= MAX_DESCRIPTION) return held;
  const told = `… [cut here: ${held.length.toLocaleString('en')} characters]`;
  return shorten(held, MAX_DESCRIPTION - told.length, told);
}
