import type { Ticket } from './schemas/ticket.ts';

/** Replacement of a customer's name or e-mail where it is hidden. */
export const MASKED = '•••••';

/** A ticket that tells nothing of its customer, without its words. */
export function hideCustomer(ticket: Ticket): Ticket {
  return {
    ...ticket,
    customerName: hide(ticket.customerName),
    customerEmail: hide(ticket.customerEmail),
    description: hide(ticket.description),
  };
}

/** An empty field tells nothing, and its being empty may matter. */
function hide(text: string | null): string | null {
  return text === null || text.trim() === '' ? text : MASKED;
}
