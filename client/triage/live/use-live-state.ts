import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import {
  DEFAULT_QUERY,
  decodeQuery,
  type SnapshotStatus,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';
import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { useApiQuery } from '../../address/api-query.ts';
import { ConnectionLost } from '../../api/request.ts';
import { snapshotQuery } from '../../api/snapshot.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { type FetchPage, fetchLiveState, fetchNewTickets, type LiveState } from './fetch-live-state.ts';
import { useFetchPage } from './use-fetch-page.ts';

/** The delay before another attempt after a failure, in milliseconds. */
const RETRY_MS = 4_000;

/** The server's view of a meeting's tickets, as far as it answers. */
export interface LiveMeeting {
  /** The last live state that was fetched; null before the first. */
  readonly liveState: LiveState | null;
  /** The state of the data; null before the server has told it. */
  readonly status: SnapshotStatus | null;
  /** The time of the server's last answer, in epoch milliseconds; null while it answers. */
  readonly silentSince: number | null;
  /** The tickets that are in the view now and not in the meeting. */
  readonly fetchNewTickets: () => Promise<readonly Ticket[]>;
}

/**
 * Watches a meeting's tickets for changes, and its list for new ones.
 *
 * @param served whether this server has the meeting's workspace: an imported meeting may come from another
 */
export function useLiveMeeting(head: MeetingHead, served: boolean): LiveMeeting {
  const { workspace, search } = head;
  const poll = useQuery({ ...snapshotQuery(workspace, DEFAULT_QUERY), enabled: served });
  const at = poll.data?.number ?? 0;
  const decoded = useMemo(() => decodeQuery(new URLSearchParams(search)), [search]);
  const resolved = useApiQuery(decoded.ok ? decoded.query : DEFAULT_QUERY);
  const apiQuery = decoded.ok ? resolved : null;
  const fetchPage = useFetchPage(workspace);

  const latest = useQuery({ ...liveStateQuery(fetchPage, head, apiQuery, at), enabled: at > 0 });
  // The state moves on with each poll; what was seen last stays until there is something newer.
  const [last, setLast] = useState<LiveState | null>(null);
  if (latest.data !== undefined && latest.data !== last) setLast(latest.data);

  return {
    liveState: latest.data ?? last,
    status: poll.data ?? null,
    silentSince: useSilentSince(poll.error instanceof ConnectionLost, poll.dataUpdatedAt),
    fetchNewTickets: useCallback(
      () => (apiQuery === null ? Promise.resolve([]) : fetchNewTickets(fetchPage, head, apiQuery, at)),
      [fetchPage, head, apiQuery, at],
    ),
  };
}

function liveStateQuery(fetchPage: FetchPage, head: MeetingHead, apiQuery: TicketQuery | null, at: number) {
  return queryOptions({
    queryKey: ['meeting live state', head.id, head.items.length, apiQuery, at],
    queryFn: () => fetchLiveState(fetchPage, head, apiQuery, at),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.error === null ? false : RETRY_MS),
  });
}

/** The start of the server's silence, by its own clock in epoch milliseconds; null while it answers. */
function useSilentSince(failing: boolean, updatedAt: number): number | null {
  const [heard, setHeard] = useState(() => ({ updatedAt, at: serverNow() }));
  if (heard.updatedAt !== updatedAt) setHeard({ updatedAt, at: serverNow() });
  return failing ? heard.at : null;
}
