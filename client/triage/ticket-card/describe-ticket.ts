import type { Ticket } from '../../../contract/index.ts';
import { formatValue } from '../../format/value-labels.ts';

/** The announcement of a ticket for screen readers. */
export function describeTicket(
  { id, priority, isOverdue, status }: Ticket,
  place: number,
  last: number,
): string {
  const facts = [
    ...(isOverdue ? ['overdue'] : []),
    ...(priority === null ? [] : [formatValue(priority)]),
    ...(status === null ? [] : [formatValue(status)]),
  ];
  return [`Ticket ${id}, ${place} of ${last}`, ...facts].join(', ');
}
