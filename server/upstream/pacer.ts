import { DAY_MS } from '../../contract/index.ts';
import { UpstreamFailure } from './failure.ts';
import { createTurns } from './turns.ts';
import { type Wait, wait as waitForReal } from './wait.ts';

const WINDOW_MS = 60_000;

/** Spends the calls that we allow ourselves. One for the whole process: the allowance belongs to the key. */
export interface Pacer {
  /**
   * Resolves when a call may be made, and counts it. Who asks first is served first.
   *
   * @throws UpstreamFailure `budget-used-up` when the day's allowance is gone, with the time to the next UTC
   * midnight; the signal's reason when cancelled
   */
  take(signal?: AbortSignal): Promise<void>;
  /** Calls in the last 60 seconds, in this UTC day, and the most there may be in one. */
  usage(): { lastMinute: number; today: number; perDay: number };
}

/** Where the count of a day's calls outlives the process. A day is counted from the epoch's, in UTC. */
interface CallCount {
  /** The calls of that day that processes before this one may have made; never fewer than they did. */
  before(day: number): number;
  /** Told before each call is made: with it there are that many on that day. */
  record(day: number, calls: number): void;
}

interface PacerOptions {
  /** In any 60 seconds, not only from minute to minute. */
  readonly callsPerMinute: number;
  readonly callsPerDay: number;
  /** Without it the count ends with the process. */
  readonly callCount?: CallCount;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly wait?: Wait;
}

export function createPacer(options: PacerOptions): Pacer {
  const { callsPerMinute, callsPerDay, callCount, now = Date.now, wait = waitForReal } = options;
  const turns = createTurns(callsPerMinute);
  let recent: number[] = [];
  let day = dayOf(now());
  let today = callCount?.before(day) ?? 0;

  /** Forgets what no longer counts. A clock set back must not make old calls look like future ones. */
  function catchUp(time: number): void {
    recent = recent.map((call) => Math.min(call, time)).filter((call) => call > time - WINDOW_MS);
    if (dayOf(time) !== day) {
      day = dayOf(time);
      today = 0;
    }
  }

  /**
   * Milliseconds until the oldest of a full window's calls leaves it; 0 when there is room now. Turns alone
   * would do, but when the process was held up several of them are taken late, at the same moment.
   */
  function untilRoom(time: number): number {
    const oldest = recent[recent.length - callsPerMinute];
    return oldest === undefined ? 0 : oldest + WINDOW_MS - time;
  }

  function throwIfUsedUp(time: number): void {
    catchUp(time);
    if (today >= callsPerDay) throw usedUp(time);
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      throwIfUsedUp(now());
      await turns.wait(now(), (milliseconds) => wait(milliseconds, signal));
      for (;;) {
        signal?.throwIfAborted();
        const time = now();
        throwIfUsedUp(time);
        const delay = untilRoom(time);
        if (delay === 0) {
          callCount?.record(day, today + 1);
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
