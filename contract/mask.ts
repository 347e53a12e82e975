import { findEmails } from './email-spans.ts';
import { foldText } from './folded-text.ts';
import { namePartsOf } from './name-parts.ts';
import { findNames } from './name-spans.ts';
import type { Ticket } from './schemas/ticket.ts';
import { coverSpans } from './spans.ts';

/** What stands where a customer's name or e-mail is hidden. */
export const MASKED = '•••••';

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
  const withoutEmails = coverSpans(text, findEmails(text), MASKED);
  const names = findNames(foldText(withoutEmails), namePartsOf(customerName, customerEmail));
  return coverSpans(withoutEmails, names, MASKED);
}
