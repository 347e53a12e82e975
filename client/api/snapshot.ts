import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { routes, type SnapshotStatus, snapshotStatusSchema, type TicketQuery } from '../../contract/index.ts';
import { request } from './request.ts';
import { withSearch } from './tickets.ts';

/** How often the status is asked for, in milliseconds: while the first tickets come in, and else. */
const LOADING_INTERVAL = 1_000;
const QUIET_INTERVAL = 5_000;

/**
 * The state of the data, as seen from a list: `changes` are counted under its filters and since its
 * snapshot (`at`). Polled while the tab is visible; the server answers 304 as long as nothing happens.
 */
export function snapshotQuery(workspace: string, query: TicketQuery) {
  const question = { ...query, page: 1, perPage: 50 };
  return queryOptions({
    queryKey: ['snapshot', workspace, withSearch('', question)],
    queryFn: ({ signal }) =>
      request(withSearch(routes.snapshot(workspace), question), { schema: snapshotStatusSchema, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isLoading(state.data) ? LOADING_INTERVAL : QUIET_INTERVAL),
    refetchOnWindowFocus: 'always',
    staleTime: LOADING_INTERVAL,
  });
}

/** Asks for a refresh now, within the call budget. */
export function requestRefresh(workspace: string): Promise<SnapshotStatus> {
  return request(routes.refresh(workspace), { schema: snapshotStatusSchema, method: 'POST' });
}

function isLoading(status: SnapshotStatus | undefined): boolean {
  return status === undefined || status.state === 'loading' || status.state === 'refreshing';
}
