import { type Clock, createClock } from '../upstream/clock.ts';

/** A clock on vitest's fake timers, of which `Date` and `performance` must be among the faked. */
export function fakeTimersClock(): Clock {
  // How long the machine slept is the real machine's business.
  return createClock({ withSleep: null });
}

/** A clock that only a test moves, with the time passing and the machine's clock apart. */
export interface ManualClock extends Clock {
  /** Lets so many milliseconds pass; less than none passes no time. */
  pass(milliseconds: number): void;
  /** Sets the machine's clock on by so much, or back. No time passes. */
  set(milliseconds: number): void;
  /** Lets the time pass that somebody waits for. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** @param wall what the machine's clock says at first, in epoch milliseconds; moments begin there, too */
export function manualClock(wall = 0): ManualClock {
  let moment = wall;
  let ahead = 0;
  const pass = (milliseconds: number) => {
    moment += Math.max(0, milliseconds);
  };
  return {
    now: () => moment,
    toWall: (at) => at + ahead,
    pass,
    set(milliseconds) {
      ahead += milliseconds;
    },
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      pass(milliseconds);
    },
  };
}
