import type { SnapshotStatus } from '../../contract/index.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import { snapshotQuery } from '../api/snapshot.ts';
import type { AnsweredList } from '../api/tickets.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';
import { useSustained } from './use-sustained.ts';

/** Time after which a list on its way counts as slow, so that the status is polled, in milliseconds. */
const LONG = 2_000;

/**
 * The state of the data, polled while the list does not tell of it itself, being on its way or just here. A list that
 * takes long may never come.
 */
export function useStatusPoll(
  { workspace, apiQuery }: ListState,
  { data, isStale, error }: Steady<AnsweredList>,
): Steady<SnapshotStatus> {
  const isComing = isStale && error === null;
  const isLate = useSustained(isComing, LONG);
  const isNew = apiQuery.at === null && data !== undefined && !isStale;
  const isTold = (isComing && !isLate) || isNew;
  return useSteadyQuery({ ...snapshotQuery(workspace, apiQuery), enabled: !isTold });
}
