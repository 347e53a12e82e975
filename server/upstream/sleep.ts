import { setTimeout as delay } from 'node:timers/promises';

/** Waits that many milliseconds; rejects with the signal's reason as soon as it is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Timers end at once, with a warning, when they are given more than this. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

export const sleep: Sleep = async (milliseconds, signal) => {
  try {
    for (let rest = milliseconds; rest > 0; rest -= MAX_TIMER_MS) {
      await delay(Math.min(rest, MAX_TIMER_MS), undefined, signal ? { signal } : {});
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
};
