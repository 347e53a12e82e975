import { useMemo } from 'react';
import { summaryQuery } from '../../api/summary.ts';
import type { AnsweredList } from '../../api/tickets.ts';
import { useSteadyQuery } from '../../api/use-steady-query.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import { countGroups, type GroupCounts } from './group-counts.ts';

interface GroupCountsState {
  /** Null before they are known, and when they cannot be had. */
  readonly counts: GroupCounts | null;
  readonly isFailed: boolean;
}

/** Numbers of the groups of a list, from its own snapshot: those of another list would not be its. */
export function useGroupCounts({ answers, snapshot }: AnsweredList): GroupCountsState {
  const { workspace } = useListState();
  const query = { ...answers.apiQuery, at: snapshot.number };
  const { data, isStale, error } = useSteadyQuery(
    summaryQuery(workspace, query, { by: ['overdue', 'priority'], zone: 'UTC' }),
    { keep: false },
  );
  const counts = useMemo(() => (data === undefined || isStale ? null : countGroups(data)), [data, isStale]);
  return { counts, isFailed: counts === null && error !== null };
}
