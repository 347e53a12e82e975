/** Whether this is a ticket's id: a whole number from 1 to `Number.MAX_SAFE_INTEGER`. Everything else names no ticket. */
export function isTicketId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
