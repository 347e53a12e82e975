import type { TicketQuery, Trends } from '../../../contract/index.ts';
import { issuedList, withoutDeleted } from '../../../contract/monday/index.ts';
import { withFilters } from '../../filters/with-filters.ts';

/**
 * The tickets that are open now: trends of the backlog ask for neither a status nor overdue ones, and no deleted ticket is
 * open.
 */
export function openList(query: TicketQuery, filters: Partial<TicketQuery> = {}): TicketQuery {
  return withFilters({ ...anyState(query), deleted: withoutDeleted(query) }, { ...filters, open: true });
}

/** The list of what stands at a bucket's end: the newest alone, which is as of now. None has what only deleted ones leave. */
export function newestOnly(trends: Trends, list: TicketQuery): (bucket: number) => TicketQuery | null {
  return (bucket) => (trends.buckets[bucket]?.complete === false && list.deleted !== 'only' ? list : null);
}

/** The list of the tickets that were issued in a bucket; null where there is none. */
export function issuedLists(trends: Trends, query: TicketQuery): (bucket: number) => TicketQuery | null {
  return (index) => {
    const bucket = trends.buckets[index];
    return bucket === undefined ? null : issuedList(query, bucket);
  };
}

function anyState(query: TicketQuery): TicketQuery {
  return withFilters(query, { status: [], overdue: null });
}
