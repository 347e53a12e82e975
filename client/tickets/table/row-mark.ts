import type { Marks, Ticket } from '../../../contract/index.ts';

/** What is new to the reader about a ticket. */
export type RowMark = 'New' | 'Changed' | null;

/** What marks a list's rows: what newer data has done to it, and when the reader looked last. */
export interface MarkSource {
  readonly added: ReadonlySet<number>;
  readonly changed: ReadonlySet<number>;
  /** Epoch milliseconds: what was created or updated then or later is new to the reader; null for nothing. */
  readonly since: number | null;
}

/** @param since an ISO instant; null when the reader has not been here before */
export function markSource(marks: Marks | undefined, since: string | null): MarkSource {
  return {
    added: new Set(marks?.added),
    changed: new Set(marks?.changed),
    since: since === null ? null : Date.parse(since),
  };
}

/** What newer data has just brought goes before what has happened since the last visit. */
export function markOf(ticket: Ticket, { added, changed, since }: MarkSource): RowMark {
  if (added.has(ticket.id)) return 'New';
  if (changed.has(ticket.id)) return 'Changed';
  if (since === null) return null;
  if (isFrom(ticket.createdAt, since)) return 'New';
  return isFrom(ticket.updatedAt, since) ? 'Changed' : null;
}

function isFrom(instant: string | null, since: number): boolean {
  return instant !== null && Date.parse(instant) >= since;
}
