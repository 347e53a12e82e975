import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import {
  DEFAULT_QUERY,
  decodeQuery,
  type SnapshotStatus,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';
import { useApiQuery } from '../../address/api-query.ts';
import { ConnectionLost } from '../../api/request.ts';
import { snapshotQuery } from '../../api/snapshot.ts';
import { serverNow } from '../../clock/server-clock.ts';
import type { Head } from '../record/meeting.ts';
import { type Ask, fetchNewOnes, type Look, look } from './look.ts';
import { useAsk } from './use-ask.ts';

/** How long to wait before a look that failed is tried again, in milliseconds. */
const ANOTHER_TRY = 4_000;

/** What the server says of a meeting's tickets, as far as it answers. */
export interface Live {
  /** The last look that succeeded; null before the first. */
  readonly look: Look | null;
  /** The state of the data; null before the server has told it. */
  readonly status: SnapshotStatus | null;
  /** When the server was last heard of, in epoch milliseconds; null while it answers. */
  readonly silentSince: number | null;
  /** The tickets that are in the view now and not in the meeting. */
  readonly fetchNewOnes: () => Promise<readonly Ticket[]>;
}

/**
 * Watches what becomes of a meeting's tickets, and what comes into its view.
 *
 * @param served whether this server has the meeting's workspace: an imported meeting may come from another
 */
export function useLive(head: Head, served: boolean): Live {
  const { workspace, search } = head;
  const poll = useQuery({ ...snapshotQuery(workspace, DEFAULT_QUERY), enabled: served });
  const at = poll.data?.number ?? 0;
  const decoded = useMemo(() => decodeQuery(new URLSearchParams(search)), [search]);
  const resolved = useApiQuery(decoded.ok ? decoded.query : DEFAULT_QUERY);
  const question = decoded.ok ? resolved : null;
  const ask = useAsk(workspace);

  const latest = useQuery({ ...lookQuery(ask, head, question, at), enabled: at > 0 });
  // The state moves on with each poll; what was seen last stays until there is something newer.
  const [last, setLast] = useState<Look | null>(null);
  if (latest.data !== undefined && latest.data !== last) setLast(latest.data);

  return {
    look: latest.data ?? last,
    status: poll.data ?? null,
    silentSince: useSilentSince(poll.error instanceof ConnectionLost, poll.dataUpdatedAt),
    fetchNewOnes: useCallback(
      () => (question === null ? Promise.resolve([]) : fetchNewOnes(ask, head, question, at)),
      [ask, head, question, at],
    ),
  };
}

function lookQuery(ask: Ask, head: Head, question: TicketQuery | null, at: number) {
  return queryOptions({
    queryKey: ['meeting look', head.id, head.entries.length, question, at],
    queryFn: () => look(ask, head, question, at),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.error === null ? false : ANOTHER_TRY),
  });
}

/** Since when the server has been silent, by its own clock in epoch milliseconds; null while it answers. */
function useSilentSince(failing: boolean, updatedAt: number): number | null {
  const [heard, setHeard] = useState(() => ({ updatedAt, at: serverNow() }));
  if (heard.updatedAt !== updatedAt) setHeard({ updatedAt, at: serverNow() });
  return failing ? heard.at : null;
}
