import type { TicketQuery, Trends } from '../../../contract/index.ts';
import { withFilters } from '../../filters/with-filters.ts';

/** The tickets that are open now: trends of the backlog ask for neither a status nor overdue ones. */
export function openList(query: TicketQuery, filters: Partial<TicketQuery> = {}): TicketQuery {
  return withFilters(anyState(query), { ...filters, open: true });
}

/** The list of what stands at a bucket's end: the newest alone, which is as of now. */
export function newestOnly(trends: Trends, list: TicketQuery): (bucket: number) => TicketQuery | null {
  return (bucket) => (trends.buckets[bucket]?.complete === false ? list : null);
}

/**
 * The list of the tickets that were issued in a bucket. There is none under a filter by what changes in a ticket's life:
 * the trends ask what it was at first, and the list what it is now.
 */
export function issuedLists(trends: Trends, query: TicketQuery): (bucket: number) => TicketQuery | null {
  const filters = anyState(query);
  if (!isOfLastingFields(filters)) return () => null;
  return (index) => {
    const bucket = trends.buckets[index];
    if (bucket === undefined) return null;
    return { ...filters, ...within(query, bucket) };
  };
}

function anyState(query: TicketQuery): TicketQuery {
  return withFilters(query, { status: [], overdue: null });
}

function isOfLastingFields({
  segment,
  assignee,
  priority,
  age,
  moved,
  changedSince,
  not,
}: TicketQuery): boolean {
  const chosen = [segment, assignee, priority, age, not.segment, not.assignee, not.priority, not.age];
  return chosen.every(({ length }) => length === 0) && moved === null && changedSince === null;
}

/** The bucket's time as far as the query's own dates let it in. */
function within(
  { issuedFrom, issuedTo }: TicketQuery,
  { from, to }: { readonly from: string; readonly to: string },
): Pick<TicketQuery, 'issuedFrom' | 'issuedTo'> {
  return {
    issuedFrom: issuedFrom !== null && Date.parse(issuedFrom) > Date.parse(from) ? issuedFrom : from,
    issuedTo: issuedTo !== null && Date.parse(issuedTo) < Date.parse(to) ? issuedTo : to,
  };
}
