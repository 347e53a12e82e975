import type { CallBudget } from './call-budget.ts';
import { type Clock, dayOf, endOfDay } from './clock.ts';
import { UpstreamFailure } from './failure.ts';
import { createGcra } from './gcra.ts';
import { type Sleep, sleep as sleepForReal } from './sleep.ts';

const WINDOW_MS = 60_000;

/** Spends the calls that we allow ourselves. One for the whole process: the allowance belongs to the key. */
export interface Pacer {
  /**
   * Resolves when a call may be made, which is reserved by then. Who asks first is served first.
   *
   * @throws UpstreamFailure `budget-used-up` when the day's allowance is gone, with the time to the next UTC
   * midnight; the signal's reason when cancelled
   */
  acquire(signal?: AbortSignal): Promise<void>;
  /** Calls in the last 60 seconds, in this UTC day, and the most there may be in one. */
  usage(): { lastMinute: number; today: number; perDay: number };
}

interface PacerOptions {
  /** In any 60 seconds, not only from minute to minute. */
  readonly callsPerMinute: number;
  readonly budget: CallBudget;
  readonly clock: Clock;
  readonly sleep?: Sleep;
}

export function createPacer(options: PacerOptions): Pacer {
  const { callsPerMinute, budget, clock, sleep = sleepForReal } = options;
  const gcra = createGcra(callsPerMinute);
  /** The moments of the calls of the last minute. */
  let recent: number[] = [];

  function forget(now: number): void {
    recent = recent.filter((call) => call > now - WINDOW_MS);
  }

  /**
   * Milliseconds until the oldest of a full window's calls leaves it; 0 when there is room now. Turns alone
   * would do, but when the process was held up several of them are taken late, at the same moment.
   */
  function untilRoom(now: number): number {
    forget(now);
    const oldest = recent[recent.length - callsPerMinute];
    return oldest === undefined ? 0 : oldest + WINDOW_MS - now;
  }

  function usedUp(): UpstreamFailure {
    const now = clock.now();
    return new UpstreamFailure('budget-used-up', { retryAfterMs: endOfDay(clock, now) - now });
  }

  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      // Who gets none today is told so before the wait.
      if (budget.used(dayOf(clock, clock.now())) >= budget.perDay) throw usedUp();
      await gcra.wait(clock.now(), (milliseconds) => sleep(milliseconds, signal));
      let reservedOn: number | null = null;
      for (;;) {
        signal?.throwIfAborted();
        const now = clock.now();
        const day = dayOf(clock, now);
        if (day !== reservedOn) {
          if (!(await budget.reserve(day, 1))) throw usedUp();
          reservedOn = day;
          continue;
        }
        const delay = untilRoom(now);
        if (delay === 0) {
          recent.push(now);
          return;
        }
        await sleep(delay, signal);
      }
    },
    usage() {
      const now = clock.now();
      forget(now);
      return { lastMinute: recent.length, today: budget.used(dayOf(clock, now)), perDay: budget.perDay };
    },
  };
}
