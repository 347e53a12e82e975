import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { encodeQuery, routes, type Ticket, type TicketList, type TicketQuery } from '../../contract/index.ts';
import { TICKET_LIST } from './answer-shapes.ts';
import { request } from './request.ts';

/** The query that a list answers. */
interface AnsweredQuery {
  /** As the server got it. */
  readonly apiQuery: TicketQuery;
  /** As the address had it, with days counted from today. */
  readonly urlQuery: TicketQuery;
}

/** A list that knows what it answers, also where it stands in for the answer to another query. */
export interface AnsweredList extends TicketList {
  readonly answers: AnsweredQuery;
}

/**
 * One page of a list. A page that is pinned to a snapshot (`at`) cannot change, so it is fetched once; the
 * page of the newest snapshot is fetched whenever it is asked for.
 *
 * @param urlQuery as the address has the query, where an address asks for it
 */
export function ticketsQuery(workspace: string, query: TicketQuery, urlQuery: TicketQuery = query) {
  const pinned = query.at !== null;
  return queryOptions({
    queryKey: ['tickets', workspace, search(query)],
    queryFn: async ({ signal, client }): Promise<AnsweredList> => {
      const page = await readPage(workspace, query, signal);
      const list = { ...page, answers: { apiQuery: query, urlQuery } };
      // Pinning the page to the snapshot that it came from must not fetch it a second time.
      const at = { ...query, at: list.snapshot.number };
      if (!pinned) client.setQueryData(['tickets', workspace, search(at)], list);
      return list;
    },
    placeholderData: keepPreviousData,
    staleTime: pinned ? Number.POSITIVE_INFINITY : 0,
    ...(!pinned && { gcTime: 0 }),
  });
}

/** Sends for pages before a part of the screen asks for them, which then finds them on their way. */
export function usePrefetch(workspace: string): (apiQuery: TicketQuery, urlQuery: TicketQuery) => void {
  const client = useQueryClient();
  return useCallback(
    (apiQuery, urlQuery) => void client.prefetchQuery(ticketsQuery(workspace, apiQuery, urlQuery)),
    [client, workspace],
  );
}

/** One page of a list, fetched once. */
export function readPage(workspace: string, query: TicketQuery, signal: AbortSignal): Promise<TicketList> {
  return request<TicketList>(withSearch(routes.tickets(workspace), query), { shape: TICKET_LIST, signal });
}

/** Tickets requested at once where many are needed. */
const MANY = 200;

interface ReadingOptions {
  readonly signal: AbortSignal;
  /** Called after each page with how many tickets there are now, and of how many. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Every ticket that a query matches, in its order, page by page out of one snapshot.
 *
 * @throws ApiProblem `snapshot-gone` when that snapshot is no longer kept
 */
export async function readAllTickets(
  workspace: string,
  query: TicketQuery,
  { signal, onProgress }: ReadingOptions,
): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = [];
  let { at } = query;
  for (let page = 1, pages = 1; page <= pages; page++) {
    const list = await readPage(workspace, { ...query, at, page, perPage: MANY, since: null }, signal);
    tickets.push(...list.tickets);
    at = list.snapshot.number;
    pages = list.page.pages;
    onProgress(tickets.length, list.page.total);
  }
  return tickets;
}

/** A path with the query's keys behind it. */
export function withSearch(path: string, query: TicketQuery): string {
  const text = search(query);
  return text === '' ? path : `${path}?${text}`;
}

function search(query: TicketQuery): string {
  return new URLSearchParams(encodeQuery(query)).toString();
}
