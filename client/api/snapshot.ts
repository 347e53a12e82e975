import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { routes, type SnapshotStatus, snapshotStatusSchema, type TicketQuery } from '../../contract/index.ts';
import { errorInterval, pollInterval } from './poll-interval.ts';
import { request } from './request.ts';
import { withSearch } from './tickets.ts';

/**
 * The state of the data, as seen from a list: `changes` are counted under its filters and since its
 * snapshot (`at`). Polled while the tab is visible, and at once when it becomes so or the
 * network is back; the server answers 304 as long as nothing happens.
 */
export function snapshotQuery(workspace: string, query: TicketQuery) {
  const question = { ...query, page: 1, perPage: 50, since: null };
  return queryOptions({
    queryKey: ['snapshot', workspace, withSearch('', question)],
    queryFn: ({ signal }) =>
      request(withSearch(routes.snapshot(workspace), question), { schema: snapshotStatusSchema, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data, error, errorUpdateCount } }) =>
      error === null ? pollInterval(data, Date.now()) : errorInterval(errorUpdateCount),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    staleTime: 1_000,
  });
}

/** Asks for a refresh now, within the call budget. */
export function requestRefresh(workspace: string): Promise<SnapshotStatus> {
  return request(routes.refresh(workspace), { schema: snapshotStatusSchema, method: 'POST' });
}
