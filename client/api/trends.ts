import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  routes,
  type TicketQuery,
  type Trends,
  type TrendsOptions,
  trendsRequest,
} from '../../contract/index.ts';
import { TRENDS } from './answer-shapes.ts';
import { request } from './request.ts';

/**
 * The trends of the tickets that a query matches. They are those of the newest read, and are asked for once for each
 * snapshot that the list beside them is pinned to (`at`): nothing moves until the reader moves on.
 */
export function trendsQuery(workspace: string, query: TicketQuery, options: TrendsOptions) {
  const search = new URLSearchParams(trendsRequest.encode(query, options)).toString();
  return queryOptions({
    queryKey: ['trends', workspace, search, query.at],
    queryFn: ({ signal }) =>
      request<Trends>(`${routes.trends(workspace)}?${search}`, { shape: TRENDS, signal }),
    placeholderData: keepPreviousData,
    enabled: query.at !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
