import type { TicketQuery } from '../../../contract/index.ts';
import { RESOLVED } from '../../filters/change-filters.ts';
import { withFilters } from '../../filters/with-filters.ts';

/** Whether a list leaves resolved tickets out and takes every other status. */
export function isAllOpen({ status, not }: TicketQuery): boolean {
  return status.length === 0 && not.status.length === 1 && not.status[0] === RESOLVED;
}

/**
 * The tickets of the chart. Over a list of all open tickets it shows resolved ones as well: open ones alone grow from
 * month to month whatever comes in.
 */
export function issuedQuery(query: TicketQuery): TicketQuery {
  return isAllOpen(query) ? withFilters(query, { status: [] }) : query;
}

/**
 * Whether a query asks only for what stays with a ticket, so that two periods of issue may be compared. How many are
 * still open, late or somebody's depends on how long they have been there.
 */
export function isTimeless(query: TicketQuery): boolean {
  const { status, overdue, age, assignee, moved, changedSince, ids, deleted, not } = query;
  const chosen = [status, age, assignee, ids, not.status, not.age, not.assignee];
  return (
    chosen.every(({ length }) => length === 0) &&
    overdue === null &&
    moved === null &&
    changedSince === null &&
    deleted === 'exclude'
  );
}
