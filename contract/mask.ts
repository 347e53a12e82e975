import type { Ticket } from './ticket.ts';

/** What stands where a customer's name or e-mail is hidden. */
export const MASKED = '•••••';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Scripts that write words without spaces between them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Parts of a name shorter than this are too common as words to hide. */
const SHORTEST_PART = 3;

/**
 * A ticket as it may be shown to a room: without its customer's name and e-mail, and without them and other
 * e-mails in its words. People who work on tickets keep their names. The words are searched for what is
 * known of this customer; a name that is spelled otherwise stays.
 */
export function maskTicket(ticket: Ticket): Ticket {
  return {
    ...ticket,
    customerName: hide(ticket.customerName),
    customerEmail: hide(ticket.customerEmail),
    description: ticket.description === null ? null : maskText(ticket.description, ticket.customerName),
  };
}

/** An empty field tells nothing, and its being empty may matter. */
function hide(text: string | null): string | null {
  return text === null || text.trim() === '' ? text : MASKED;
}

function maskText(text: string, name: string | null): string {
  const withoutEmails = text.replace(EMAIL, MASKED);
  const words = (name ?? '')
    .split(/[\s@]+/)
    .filter(isTelling)
    .map(toPattern);
  return words.length === 0
    ? withoutEmails
    : withoutEmails.replace(new RegExp(words.join('|'), 'giu'), MASKED);
}

function isTelling(part: string): boolean {
  return UNSPACED.test(part) ? part.length > 1 : [...part].length >= SHORTEST_PART;
}

/** A pattern of the part as a word of its own; where words are not spaced, of the part anywhere. */
function toPattern(part: string): string {
  const literal = part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return UNSPACED.test(part) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
