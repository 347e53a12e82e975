import { fieldOf, PERSONAL_KEYS } from './field-keys.ts';
import type { Ticket } from './schemas/ticket.ts';

const NOTHING = Object.fromEntries(PERSONAL_KEYS.map((key) => [fieldOf(key).of, null]));

/** A ticket as somebody gets it who may not know whose it is: without the customer's name, e-mail and words. */
export function withoutCustomer(ticket: Ticket): Ticket {
  return { ...ticket, ...NOTHING };
}
