import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { encodeQuery, routes, type TicketQuery, ticketListSchema } from '../../contract/index.ts';
import { request } from './request.ts';

/**
 * One page of a list. A page that is pinned to a snapshot (`at`) cannot change, so it is fetched once; the
 * page of the newest snapshot is fetched whenever it is asked for.
 */
export function ticketsQuery(workspace: string, query: TicketQuery) {
  const pinned = query.at !== null;
  return queryOptions({
    queryKey: ['tickets', workspace, search(query)],
    queryFn: async ({ signal, client }) => {
      const list = await request(withSearch(routes.tickets(workspace), query), {
        schema: ticketListSchema,
        signal,
      });
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

/** The address of everything that a query matches, as CSV. */
export function ticketsCsvHref(workspace: string, query: TicketQuery): string {
  return withSearch(routes.ticketsCsv(workspace), { ...query, page: 1, perPage: 50, since: null });
}

/** A path with the query's keys behind it. */
export function withSearch(path: string, query: TicketQuery): string {
  const text = search(query);
  return text === '' ? path : `${path}?${text}`;
}

function search(query: TicketQuery): string {
  return new URLSearchParams(encodeQuery(query)).toString();
}
