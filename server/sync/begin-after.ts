import { type SetTimer, setIdleTimer } from './task-runner.ts';

/**
 * The longest time for which the first read waits for what an earlier process has left. On a slow and busy machine the embedded
 * store takes four seconds to open, and a read that begins meanwhile spends a part of the day's calls for nothing.
 */
const PATIENCE_MS = 15_000;

/** Begins when something that never fails is over, or after fifteen seconds. */
export function beginAfter(
  over: Promise<unknown>,
  begin: () => void,
  setTimer: SetTimer = setIdleTimer,
): void {
  let isBegun = false;
  const beginOnce = () => {
    if (!isBegun) begin();
    isBegun = true;
  };
  const cancelTimer = setTimer(beginOnce, PATIENCE_MS);
  over.then(() => {
    cancelTimer();
    beginOnce();
  });
}
