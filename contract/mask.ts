import { type FoldedText, foldText } from './folded-text.ts';
import { namePattern } from './name-pattern.ts';
import type { Ticket } from './ticket.ts';

/** What stands where a customer's name or e-mail is hidden. */
export const MASKED = '•••••';

const MAILBOX = "[\\p{L}\\p{N}\\p{M}.!#$%&'’*+^_`{|}~-]";
const LABEL = '[\\p{L}\\p{N}\\p{M}-]+';

/** Anybody's e-mail, also as it stands in an address or as people write it to escape machines. */
const EMAIL = new RegExp(
  `(?<!${MAILBOX})${MAILBOX}+(?:[@＠]|%40|\\s?[([{]\\s?(?:at|@)\\s?[)\\]}]\\s?)${LABEL}(?:\\.${LABEL})*`,
  'giu',
);

/**
 * A ticket as it may be shown to a room: without its customer's name and e-mail, and without them and other
 * e-mails in its words. People who work on tickets keep their names. The words are searched for what is
 * known of this customer, whatever its case, accents and punctuation; a name that is inflected or spelled
 * otherwise stays, and so do the names of others.
 */
export function maskTicket(ticket: Ticket): Ticket {
  return {
    ...ticket,
    customerName: hide(ticket.customerName),
    customerEmail: hide(ticket.customerEmail),
    description: ticket.description === null ? null : maskText(ticket.description, ticket),
  };
}

/** An empty field tells nothing, and its being empty may matter. */
function hide(text: string | null): string | null {
  return text === null || text.trim() === '' ? text : MASKED;
}

function maskText(
  text: string,
  { customerName, customerEmail }: Pick<Ticket, 'customerName' | 'customerEmail'>,
): string {
  const withoutEmails = text.replace(EMAIL, MASKED);
  const folded = foldText(withoutEmails);
  const pattern = namePattern(folded.text, customerName, customerEmail);
  return pattern === null ? withoutEmails : maskMatches(withoutEmails, folded, pattern);
}

/** Puts the mask wherever the folded text matches. */
function maskMatches(original: string, { text, places }: FoldedText, pattern: RegExp): string {
  let masked = '';
  let kept = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    masked += original.slice(kept, places[index]) + MASKED;
    kept = places[index + found.length] ?? original.length;
  }
  return masked + original.slice(kept);
}
