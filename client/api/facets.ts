import { queryOptions } from '@tanstack/react-query';
import { DEFAULT_QUERY, encodeQuery, type TicketQuery } from '../../contract/index.ts';
import { readPage } from './tickets.ts';

/** Milliseconds for which counts are kept that nobody looks at: a word is typed, taken back and typed again. */
const CACHE_TIME = 30_000;

/** The facets of a query that is pinned to a snapshot, fetched without the list. They can't change. */
export function facetsQuery(workspace: string, query: TicketQuery) {
  const apiQuery = toFacetsQuery(query);
  return queryOptions({
    queryKey: ['facets', workspace, new URLSearchParams(encodeQuery(apiQuery)).toString()],
    queryFn: async ({ signal }) => (await readPage(workspace, apiQuery, signal)).facets,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: CACHE_TIME,
  });
}

/** The part of a query that facets depend on: its filters and its snapshot. */
function toFacetsQuery(query: TicketQuery): TicketQuery {
  return { ...query, page: 1, perPage: 1, sort: DEFAULT_QUERY.sort, columns: null, since: null };
}
