import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { routes, type SnapshotStatus, type TicketQuery } from '../../contract/index.ts';
import { SNAPSHOT_STATUS } from './answer-shapes.ts';
import { pollInterval } from './poll-interval.ts';
import { ConnectionLost, notSignedIn, request, UNREACHABLE } from './request.ts';
import { retryInterval } from './retry.ts';
import { session } from './session.ts';
import { withSearch } from './tickets.ts';
import { createTimeLimit } from './time-limit.ts';

/**
 * The state of the data, as seen from a list: `changes` are counted under its filters and since its
 * snapshot (`at`). Polled while the tab is visible, and at once when it becomes so or the
 * network is back; the server answers 304 as long as nothing happens.
 */
export function snapshotQuery(workspace: string, query: TicketQuery) {
  const apiQuery = { ...query, page: 1, perPage: 50, since: null };
  return queryOptions({
    queryKey: ['snapshot', workspace, withSearch('', apiQuery)],
    queryFn: ({ signal }) => poll(withSearch(routes.snapshot(workspace), apiQuery), signal),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => retryInterval(query) || pollInterval(query.state.data),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    staleTime: 1_000,
  });
}

const patience = createTimeLimit();

/** Asks for the state, and takes a server that is silent for too long for one that cannot be reached. */
async function poll(path: string, signal: AbortSignal): Promise<SnapshotStatus> {
  const enough = AbortSignal.timeout(Math.ceil(patience.current()));
  const sentAt = performance.now();
  try {
    const either = AbortSignal.any([signal, enough]);
    const status = await request<SnapshotStatus>(path, { shape: SNAPSHOT_STATUS, signal: either });
    patience.answered(performance.now() - sentAt);
    return status;
  } catch (error) {
    if (!enough.aborted || signal.aborted) throw error;
    // It has waited for somebody to sign in.
    if (session.isEnded()) throw notSignedIn();
    patience.ranOut();
    throw new ConnectionLost(UNREACHABLE, { cause: error });
  }
}

/** Asks for a refresh now, within the call budget. */
export function requestRefresh(workspace: string): Promise<SnapshotStatus> {
  return request<SnapshotStatus>(routes.refresh(workspace), { shape: SNAPSHOT_STATUS, method: 'POST' });
}
