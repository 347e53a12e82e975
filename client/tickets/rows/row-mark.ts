import type { Marks, Ticket } from '../../../contract/index.ts';
import { newsOf } from '../../workspace/visit.ts';

/** News about a ticket for the reader. */
export type RowMark = 'New' | 'Changed' | null;

/** Sources of the marks on a list's rows: newer data, and the reader's last visit. */
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

/** Mark of a row. News that newer data has just brought goes before news since the last visit. */
export function markOf(ticket: Ticket, { added, changed, since }: MarkSource): RowMark {
  if (added.has(ticket.id)) return 'New';
  if (changed.has(ticket.id)) return 'Changed';
  const news = newsOf(ticket, since);
  if (news === null) return null;
  return news === 'added' ? 'New' : 'Changed';
}
