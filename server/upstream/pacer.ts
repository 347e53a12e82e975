import { DAY_MS } from '../../contract/index.ts';
import { UpstreamFailure } from './failure.ts';
import { type Wait, wait as waitForReal } from './wait.ts';

const WINDOW_MS = 60_000;

/** Spends the calls that we allow ourselves. One for the whole process: the allowance belongs to the key. */
export interface Pacer {
  /**
   * Resolves when a call may be made, and counts it.
   *
   * @throws UpstreamFailure `budget-used-up` when the day's allowance is gone, with the time to the next UTC
   * midnight; the signal's reason when cancelled
   */
  take(signal?: AbortSignal): Promise<void>;
  /** Calls in the last 60 seconds, in this UTC day, and the most there may be in one. */
  usage(): { lastMinute: number; today: number; perDay: number };
}

interface PacerOptions {
  /** In any 60 seconds, not only from minute to minute. */
  readonly callsPerMinute: number;
  readonly callsPerDay: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly wait?: Wait;
}

export function createPacer(options: PacerOptions): Pacer {
  const { callsPerMinute, callsPerDay, now = Date.now, wait = waitForReal } = options;
  let recent: number[] = [];
  let day = dayOf(now());
  let today = 0;

  /** Forgets what no longer counts. A clock set back must not make old calls look like future ones. */
  function catchUp(time: number): void {
    recent = recent.map((call) => Math.min(call, time)).filter((call) => call > time - WINDOW_MS);
    if (dayOf(time) !== day) {
      day = dayOf(time);
      today = 0;
    }
  }

  /** Milliseconds until the oldest of a full window's calls leaves it; 0 when there is room now. */
  function untilRoom(time: number): number {
    const oldest = recent[recent.length - callsPerMinute];
    return oldest === undefined ? 0 : oldest + WINDOW_MS - time;
  }

  return {
    async take(signal) {
      for (;;) {
        signal?.throwIfAborted();
        const time = now();
        catchUp(time);
        if (today >= callsPerDay) throw usedUp(time);
        const delay = untilRoom(time);
        if (delay === 0) {
          recent.push(time);
          today += 1;
          return;
        }
        await wait(delay, signal);
      }
    },
    usage() {
      catchUp(now());
      return { lastMinute: recent.length, today, perDay: callsPerDay };
    },
  };
}

function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}

function usedUp(time: number): UpstreamFailure {
  return new UpstreamFailure('budget-used-up', { retryAfterMs: (dayOf(time) + 1) * DAY_MS - time });
}
