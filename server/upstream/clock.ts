import { uptime } from 'node:os';
import { DAY_MS } from '../../contract/index.ts';

/**
 * Tells the time in two ways that must not be mixed, since the machine's clock may be set at any time.
 *
 * *Moments* are milliseconds on a line of the process's own, which runs evenly whatever the machine's clock does. All
 * that is waited for, remembered or compared is a moment. They begin near 0, so one that is taken for a date shows at
 * once. What people read, and what day it is, is told by the machine's clock, and made from a moment where it is needed.
 */
export interface Clock {
  /** The moment that it is. */
  now(): number;
  /** A moment in epoch milliseconds, as the machine's clock is set now. */
  toWall(moment: number): number;
}

/** The sources of a clock, each in milliseconds. */
interface ClockSources {
  /** Runs evenly, but may stand still while the machine sleeps. */
  readonly monotonic?: () => number;
  /** Runs evenly while the machine sleeps, too; null where `monotonic` does so itself. */
  readonly withSleep?: (() => number) | null;
  /** The machine's clock, in epoch milliseconds. */
  readonly wall?: () => number;
}

/**
 * The distance at which one of two sources has been set, or has stood still. They drift by a second in
 * hours, and what people are told must not flicker with that.
 */
const DRIFT_MS = 1000;

/** Linux alone stops its monotonic clock while the machine sleeps. */
const sleepOfLinux = process.platform === 'linux' ? () => uptime() * 1000 : null;

export function createClock({
  monotonic = () => performance.now(),
  withSleep = sleepOfLinux,
  wall = () => Date.now(),
}: ClockSources = {}): Clock {
  const measureSleep = () => (withSleep === null ? 0 : withSleep() - monotonic());
  let sleepBefore = measureSleep();
  let slept = 0;

  function now(): number {
    const sleep = measureSleep();
    if (Math.abs(sleep - sleepBefore) > DRIFT_MS) {
      slept += Math.max(0, sleep - sleepBefore);
      sleepBefore = sleep;
    }
    return Math.floor(monotonic() + slept);
  }

  let ahead = wall() - now();

  return {
    now,
    toWall(moment) {
      const measured = wall() - now();
      if (Math.abs(measured - ahead) > DRIFT_MS) ahead = measured;
      return moment + ahead;
    },
  };
}

/** The UTC day of a moment, counted from the epoch's. */
export function dayOf(clock: Clock, moment: number): number {
  return Math.floor(clock.toWall(moment) / DAY_MS);
}

/** The moment at which the UTC day of another one ends, if nobody sets the clock. */
export function endOfDay(clock: Clock, moment: number): number {
  return moment + (dayOf(clock, moment) + 1) * DAY_MS - clock.toWall(moment);
}

/** A moment as people are told it, in ISO 8601. */
export function toIso(clock: Clock, moment: number): string {
  return new Date(clock.toWall(moment)).toISOString();
}
