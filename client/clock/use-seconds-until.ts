import { useServerNow } from './use-server-now.ts';

/** Whole seconds until an instant of the monotonic clock (`performance.now()`), counted down; null for no instant. */
export function useSecondsUntil(instant: number | null): number | null {
  // The time of day does not matter, only that it is told anew each second.
  useServerNow(1_000);
  return instant === null ? null : Math.max(0, Math.ceil((instant - performance.now()) / 1_000));
}
