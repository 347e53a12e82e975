import type { SnapshotStatus } from '../../contract/index.ts';

/** Between two polls, in milliseconds: while something is read, while things happen, and while nothing does. */
const BUSY = 1_000;
const NORMAL = 5_000;
/** Well within the two minutes for which a poll keeps a workspace watched. */
const QUIET = 15_000;

/** For how long nothing must have happened, in milliseconds, to call it quiet. */
const QUIET_AFTER = 90_000;

/** Between two polls after failures, in milliseconds: doubling from the first to the longest. */
const FIRST_ERROR = 2_000;
const LONGEST_ERROR = 30_000;

/** When each status was first seen. An unchanged answer keeps its object. */
const firstSeen = new WeakMap<SnapshotStatus, number>();

/** How long to wait for the next poll after an answer. `now` in epoch milliseconds. */
export function pollInterval(status: SnapshotStatus | undefined, now: number): number {
  if (status === undefined) return BUSY;
  if (status.state === 'loading' || status.state === 'refreshing') return BUSY;
  const since = firstSeen.get(status) ?? now;
  firstSeen.set(status, since);
  return now - since > QUIET_AFTER ? QUIET : NORMAL;
}

/** How long to wait after the `failures`th failure of a question, from 1. */
export function errorInterval(failures: number): number {
  return Math.min(LONGEST_ERROR, FIRST_ERROR * 2 ** (failures - 1));
}
