import { type QueryClient, type QueryFilters, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { ApiProblem, ConnectionLost } from '../api/request.ts';
import { isGone, isOnItsWay, isSignedOut } from '../api/retry.ts';
import type { Steady } from '../api/use-steady-query.ts';

/** Failure to get the list or the state of its data, with its retries. */
export interface Outage {
  readonly error: Error;
  /** Whether the list on screen answers another query than the current one. */
  readonly previous: boolean;
  /** Instant of the next automatic try, by the monotonic clock; null for none, and during a try. */
  readonly nextTryAt: number | null;
  readonly isRetrying: boolean;
  /** Tries again now. */
  readonly retry: () => void;
}

/** Part of a query that tells whether it is well. */
type Tried = Omit<Steady<unknown>, 'data' | 'isStale'>;

/** Failure of the connection to Loopdesk's server; null while all is well. */
export function useTrackOutage(page: Tried, poll: Tried, previous: boolean): Outage | null {
  useRevival(page.error instanceof ConnectionLost);
  useRevival(poll.error instanceof ConnectionLost);
  useRetryWhenOffline(poll.retry);
  const [failing] = [page, poll].filter(({ error }) => isReported(error));
  const error = failing?.error ?? null;
  const isRetrying = page.isRetrying || poll.isRetrying;
  const nextTryAt = earlier(page.nextTryAt, poll.nextTryAt);
  const retries = useRef({ page: page.retry, poll: poll.retry });
  useEffect(() => {
    retries.current = { page: page.retry, poll: poll.retry };
  });
  return useMemo(() => {
    if (error === null) return null;
    const retry = () => {
      retries.current.page();
      retries.current.poll();
    };
    return { error, previous, nextTryAt, isRetrying, retry };
  }, [error, previous, nextTryAt, isRetrying]);
}

/** Whether a failure is the connection's, and not told elsewhere: the strip has QuestionPro's own. */
function isReported(error: Error | null): boolean {
  if (error === null || isOnItsWay(error) || isGone(error) || isSignedOut(error)) return false;
  return !(error instanceof ApiProblem && error.problem.code === 'upstream-failing');
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** Fetches everything that the server did not answer as soon as it answers again. */
function useRevival(isLost: boolean): void {
  const client = useQueryClient();
  const wasLost = useRef(isLost);
  useEffect(() => {
    if (wasLost.current && !isLost) void refetchInterrupted(client);
    wasLost.current = isLost;
  }, [client, isLost]);
}

/** Asks again for what failed, and for what is still waited for: it may hang in a connection that is gone. */
async function refetchInterrupted(client: QueryClient): Promise<void> {
  const filters: QueryFilters = {
    type: 'active',
    predicate: ({ state }) => state.error instanceof ConnectionLost || state.fetchStatus === 'fetching',
  };
  const interrupted = new Set(client.getQueryCache().findAll(filters));
  await client.cancelQueries(filters);
  await client.refetchQueries({ predicate: (query) => interrupted.has(query) });
}

/** A device that goes offline says so; the next poll would find it out only later. */
function useRetryWhenOffline(retry: () => void): void {
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });
  useEffect(() => {
    const retryNow = () => latest.current();
    addEventListener('offline', retryNow);
    return () => removeEventListener('offline', retryNow);
  }, []);
}
