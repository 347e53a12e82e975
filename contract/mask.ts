import { findEmails } from './email-spans.ts';
import { foldText } from './folded-text.ts';
import { hideCustomer, MASKED } from './hide-customer.ts';
import { namePartsOf } from './name-parts.ts';
import { findNames } from './name-spans.ts';
import type { Ticket } from './schemas/ticket.ts';
import { coverSpans } from './spans.ts';

/**
 * A ticket as it may be shown to a room: without its customer's name and e-mail, and without them and other
 * e-mails in its words. People who work on tickets keep their names. The words are searched for what is
 * known of this customer, whatever its case, accents and punctuation; a name that is inflected or spelled
 * otherwise stays, and so do the names of others.
 */
export function maskTicket(ticket: Ticket): Ticket {
  return {
    ...hideCustomer(ticket),
    description: ticket.description === null ? null : maskText(ticket.description, ticket),
  };
}

function maskText(
  text: string,
  { customerName, customerEmail }: Pick<Ticket, 'customerName' | 'customerEmail'>,
): string {
  const withoutEmails = coverSpans(text, findEmails(text), MASKED);
  const names = findNames(foldText(withoutEmails), namePartsOf(customerName, customerEmail));
  return coverSpans(withoutEmails, names, MASKED);
}
