import { fieldOf, PERSONAL_KEYS } from './field-keys.ts';
import type { Ticket } from './schemas/ticket.ts';

/** Replacement of a customer's name or e-mail where it is hidden. */
export const MASKED = '•••••';

const PERSONAL = PERSONAL_KEYS.map((key) => fieldOf(key).of);

/** A ticket that tells nothing of its customer, without its words. */
export function hideCustomer(ticket: Ticket): Ticket {
  const hidden = PERSONAL.map((name) => [name, hide(ticket[name] as string | null)]);
  return { ...ticket, ...Object.fromEntries(hidden) };
}

/** An empty field tells nothing, and its being empty may matter. */
function hide(text: string | null): string | null {
  return text === null || text.trim() === '' ? text : MASKED;
}
