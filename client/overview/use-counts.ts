import { useMemo } from 'react';
import type { Axis, SnapshotStatus, Summary, SummaryKey, TicketQuery } from '../../contract/index.ts';
import { isGone } from '../api/retry.ts';
import { summaryQuery } from '../api/summary.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';
import { useZone } from '../settings/settings.ts';
import { useListState } from '../workspace/workspace-context.ts';
import { type Counts, tabulate } from './counts.ts';

/** A failed count, with its retry. */
export type Failure = Pick<Steady<Summary>, 'nextTryAt' | 'isRetrying' | 'retry'> & { readonly error: Error };

interface CountsState {
  /** Null before the first counts are there, and when they cannot be had. */
  readonly counts: Counts | null;
  /** The row's key with its values. */
  readonly axis: Axis | null;
  /** The data that they were counted from. */
  readonly snapshot: SnapshotStatus | null;
  /** Whether they still belong to another query. */
  readonly isStale: boolean;
  /** Error and time of the next try; null while all is well. */
  readonly failure: Failure | null;
}

function failureOf(queries: readonly Steady<Summary>[]): Failure | null {
  const [failed] = queries.filter(({ error }) => error !== null && !isGone(error));
  if (!failed?.error) return null;
  const { error, nextTryAt, isRetrying, retry } = failed;
  return { error, nextTryAt, isRetrying, retry };
}

/** The tickets of a query counted by a row's and a column's key, from the snapshot of the list on screen. */
export function useCounts(query: TicketQuery, row: SummaryKey, column: SummaryKey): CountsState {
  const { workspace } = useListState();
  const zone = useZone();
  const by = (...keys: readonly SummaryKey[]) =>
    summaryQuery(workspace, query, { by: keys, zone: keys.includes('issued') ? zone : 'UTC' });
  const both = useSteadyQuery(by(row, column));
  // A ticket that has a value of one key alone is in no cell, but in that value's list.
  const enabled = query.at !== null && both.data !== undefined && both.data.unplaced > 0;
  const rows = useSteadyQuery({ ...by(row), enabled });
  const columns = useSteadyQuery({ ...by(column), enabled });

  const counts = useMemo(() => {
    if (both.data === undefined) return null;
    if (both.data.unplaced === 0) return tabulate(both.data, null);
    return rows.data && columns.data ? tabulate(both.data, [rows.data, columns.data]) : null;
  }, [both.data, rows.data, columns.data]);

  const queries = enabled ? [both, rows, columns] : [both];
  return {
    counts,
    axis: both.data?.axes[0] ?? null,
    snapshot: both.data?.snapshot ?? null,
    isStale: queries.some(({ isStale }) => isStale),
    failure: failureOf(queries),
  };
}
