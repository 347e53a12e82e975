import {
  hashKey,
  type QueryKey,
  type UseQueryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { nextTryOf, retryInterval } from './retry.ts';

/** An answer that outlives the failures after it. */
export interface Steady<Data> {
  /** The answer, or the last one to another query; undefined before there is any. */
  readonly data: Data | undefined;
  /** Whether `data` answers another query than the current one. */
  readonly isStale: boolean;
  /** The last failure, until there is an answer again; null while all is well. */
  readonly error: Error | null;
  /** Whether it has failed and is being tried again. */
  readonly isRetrying: boolean;
  /** Instant of the next automatic try, by the monotonic clock; null for none, and during a try. */
  readonly nextTryAt: number | null;
  /** Tries again now. */
  readonly retry: () => void;
}

interface SteadyOptions {
  /** Whether another query's answer may stand in for this one's. */
  readonly keep?: boolean;
}

/**
 * A query of which nothing vanishes when it fails: the last answer stays, and the failure is told until there is a new
 * one, also while it is being tried again. It is tried again by itself.
 */
export function useSteadyQuery<Data, Key extends QueryKey>(
  options: UseQueryOptions<Data, Error, Data, Key>,
  { keep = true }: SteadyOptions = {},
): Steady<Data> {
  const client = useQueryClient();
  const result = useQuery({ refetchInterval: retryInterval, ...options });
  const key = hashKey(options.queryKey);
  const [last, setLast] = useState<Last<Data>>({ key, data: undefined, error: null });
  const { data, error, isPlaceholderData } = result;
  const next = nextLast(last, key, { data, error, isPlaceholderData, keep });
  if (next !== last) setLast(next);

  // A query that is well need not be drawn anew when it is only asked again.
  const isRetrying = next.error !== null && result.isFetching;
  const query = client.getQueryCache().get<Data, Error>(key);
  return {
    data: data ?? next.data,
    isStale: isPlaceholderData || (data === undefined && next.data !== undefined),
    error: next.error,
    isRetrying,
    nextTryAt: query === undefined || isRetrying ? null : nextTryOf(query),
    retry: () => void result.refetch({ cancelRefetch: false }),
  };
}

/** State remembered of a query from one answer to the next. */
interface Last<Data> {
  readonly key: string;
  readonly data: Data | undefined;
  readonly error: Error | null;
}

interface Seen<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly keep: boolean;
}

function nextLast<Data>(last: Last<Data>, key: string, seen: Seen<Data>): Last<Data> {
  const known = key === last.key || seen.keep ? last : { key, data: undefined, error: null };
  const answered = seen.data !== undefined && !seen.isPlaceholderData;
  const data = answered ? seen.data : known.data;
  const error = seen.error ?? (answered ? null : known.error);
  const same = key === last.key && data === last.data && error === last.error;
  return same ? last : { key, data, error };
}
