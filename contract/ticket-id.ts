import { fold } from './folded-text.ts';

/** The largest id that a number holds exactly. */
export const MAX_TICKET_ID = Number.MAX_SAFE_INTEGER;

/** Whether this is a ticket's id: a whole number from 1 to {@link MAX_TICKET_ID}. Everything else names no ticket. */
export function isTicketId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/** Reads an id as addresses and queries write it: digits without a zero before them; null for anything else. */
export function parseTicketId(text: string): number | null {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  return isTicketId(id) ? id : null;
}

/** Reads an id as people and spreadsheets write it: digits of any script, with zeros or a `#` before them. */
export function readTicketId(text: string): number | null {
  return parseTicketId(
    fold(text.trim())
      .replace(/^#/, '')
      .replace(/^0+(?=\d)/, ''),
  );
}
