import type { TicketQuery } from '../../../contract/index.ts';
import { NO_FILTERS } from '../../filters/change-filters.ts';
import type { Selection } from './selection.ts';

/**
 * The query for the selected tickets, in the list's order. Those selected by hand are named by id: they are
 * meant even if newer data has moved them out of the list's filters.
 */
export function selectedQuery(selection: Selection, query: TicketQuery): TicketQuery {
  if (selection.kind === 'all') return { ...query, page: 1 };
  return { ...query, ...NO_FILTERS, deleted: query.deleted, ids: [...selection.ids], page: 1 };
}
