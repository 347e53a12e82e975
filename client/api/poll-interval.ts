import type { SnapshotStatus } from '../../contract/index.ts';

/** Between two polls, in milliseconds, while something is read. */
const BUSY = 1_000;
/** And while nothing is: with the patience of one poll, a lost connection is told within five seconds. */
const NORMAL = 3_000;

/** Time from an answer to the next poll, in milliseconds. */
export function pollInterval(status: SnapshotStatus | undefined): number {
  const reading = status === undefined || status.state === 'loading' || status.state === 'refreshing';
  return reading ? BUSY : NORMAL;
}
