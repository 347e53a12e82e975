import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  DEFAULT_QUERY,
  routes,
  type Summary,
  type SummaryOptions,
  summaryRequest,
  type TicketQuery,
} from '../../contract/index.ts';
import { SUMMARY } from './answer-shapes.ts';
import { request } from './request.ts';

/**
 * The tickets that a query matches, counted by one or two keys. It is asked once the query is pinned to a snapshot
 * (`at`), which is that of the list on screen: only then are its numbers the list's. Pinned it cannot change, so it is
 * fetched once.
 */
export function summaryQuery(workspace: string, query: TicketQuery, options: SummaryOptions) {
  const { page, perPage, sort } = DEFAULT_QUERY;
  const apiQuery = { ...query, page, perPage, sort, columns: null, since: null };
  const search = new URLSearchParams(summaryRequest.encode(apiQuery, options)).toString();
  return queryOptions({
    queryKey: ['summary', workspace, search],
    queryFn: ({ signal }) =>
      request<Summary>(`${routes.summary(workspace)}?${search}`, { shape: SUMMARY, signal }),
    placeholderData: keepPreviousData,
    enabled: query.at !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
