import { DEFAULT_QUERY, encodeQuery, type TicketQuery } from '../../contract/index.ts';
import { NO_FILTERS } from '../filters/change-filters.ts';
import { decodeView, type SavedView, viewSearch } from './saved-view.ts';

/** The view that is in use. */
export interface ViewInUse {
  readonly view: SavedView;
  /** Whether the reader has changed something since choosing it. */
  readonly changed: boolean;
}

/**
 * The view that a query is: of those that it equals the one that the reader came from, else an own one, else a ready
 * one. A query that equals none is a change of the view that the reader came from, unless nothing is left of its
 * filters: all tickets are no change of some.
 *
 * @param columns the columns that the reader has arranged last; null for the usual ones
 * @returns null for a query that is no view's
 */
export function findView(
  views: readonly SavedView[],
  query: TicketQuery,
  cameFrom: string | null,
  columns: TicketQuery['columns'],
): ViewInUse | null {
  const origin = views.find(({ id }) => id === cameFrom) ?? null;
  const equal = views.filter((view) => isOf(view, query, columns));
  const found = equal.find((view) => view === origin) ?? equal.find(({ own }) => own) ?? equal[0] ?? null;
  if (found !== null) return { view: found, changed: false };
  return origin === null || !hasFilters(query) ? null : { view: origin, changed: true };
}

/** Whether the list has any filter. */
export function hasFilters(query: TicketQuery): boolean {
  return canonicalQuery({ ...query, ...NO_FILTERS }) !== canonicalQuery(query);
}

/** Ready views take whatever columns their reader likes; an own one has been kept with its columns. */
function isOf(view: SavedView, query: TicketQuery, columns: TicketQuery['columns']): boolean {
  const decoded = decodeView(view);
  if (decoded === null || canonicalQuery(decoded) !== canonicalQuery(query)) return false;
  if (!view.own) return true;
  const shown = decoded.columns === null ? query.columns : (query.columns ?? columns);
  return JSON.stringify(decoded.columns) === JSON.stringify(shown);
}

/** A query's filters and order in one spelling: in which order values were ticked is no difference. */
function canonicalQuery(query: TicketQuery): string {
  const pairs = encodeQuery({
    ...query,
    columns: null,
    page: DEFAULT_QUERY.page,
    perPage: DEFAULT_QUERY.perPage,
    at: null,
    since: null,
  });
  return JSON.stringify(pairs.map((pair) => pair.join('=')).sort());
}

/** The query as a view keeps it, with the columns that are on screen wherever they come from. */
export function withColumns(query: TicketQuery, columns: TicketQuery['columns']): TicketQuery {
  return { ...query, columns: query.columns ?? columns };
}

/** The part of a query that is saved under a name. */
export function searchToSave(query: TicketQuery, columns: TicketQuery['columns']): string {
  return viewSearch(withColumns(query, columns));
}
