import type { Marks, Ticket } from '../../../contract/index.ts';
import { newsOf } from '../../workspace/visit.ts';

/** What is new to the reader about a ticket. */
export type RowMark = 'New' | 'Changed' | null;

/** What marks a list's rows: what newer data has done to it, and when the reader looked last. */
export interface MarkSource {
  readonly added: ReadonlySet<number>;
  readonly changed: ReadonlySet<number>;
  /** An ISO instant; null when the reader has not been here before. */
  readonly since: string | null;
}

/** The marks of a list in a form that answers for each row at once. */
export function markSource(marks: Marks | undefined, since: string | null): MarkSource {
  return { added: new Set(marks?.added), changed: new Set(marks?.changed), since };
}

/** What newer data has just brought goes before what has happened since the last visit. */
export function markOf(ticket: Ticket, { added, changed, since }: MarkSource): RowMark {
  if (added.has(ticket.id)) return 'New';
  if (changed.has(ticket.id)) return 'Changed';
  const news = newsOf(ticket, since);
  if (news === null) return null;
  return news === 'added' ? 'New' : 'Changed';
}
