import type { TicketQuery } from '../../../contract/index.ts';
import { filtersKey, NO_FILTERS, openOnly } from '../../filters/change-filters.ts';

/** Whether a query filters nothing, as that of the bare address. */
export function isBare(urlQuery: TicketQuery): boolean {
  return filtersKey(urlQuery) === filtersKey(NO_FILTERS);
}

/**
 * The query of the next meeting: that of the address, and the open tickets where it filters nothing.
 *
 * @param withResolved whether the reader wants the resolved ones too
 */
export function startingQuery(urlQuery: TicketQuery, withResolved: boolean): TicketQuery {
  return isBare(urlQuery) && !withResolved ? { ...urlQuery, ...openOnly(urlQuery) } : urlQuery;
}
