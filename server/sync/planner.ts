import type { ReadingStatus } from '../snapshot/ports.ts';
import { type Clock, dayOf, endOfDay } from '../upstream/clock.ts';
import { allocateBudget, type Intervals } from './allocate-budget.ts';

/** The time for which a workspace counts as watched after somebody has looked at it. */
const WATCHED_MS = 120_000;

/** The part of a day's calls that is kept for those who ask for a refresh. */
const RESERVE = 0.05;

/** Nobody can know how long people will watch. So long in a day counts in full, and what comes after it by a fifth. */
const WORKING_DAY_MS = 8 * 3_600_000;
const LATER_WEIGHT = 0.2;

/** A workspace's share of the calls of the day, as it stands. */
export interface Plan extends Intervals {
  /** The calls that reading all pages costs; null before the first page has told how many there are. */
  readonly price: number | null;
  /** The interval that was asked for. */
  readonly refreshMs: number;
  /** Calls left today that no read under way will need, with the reserve for those who ask. */
  readonly leftInAll: number;
  /** Every call of the day has been made. */
  readonly usedUp: boolean;
  /** The moment of the next UTC midnight, and how often the workspace is read from then on. */
  readonly midnight: number;
  readonly tomorrow: Intervals;
}

/** One workspace's part in the plan. `now` is always the moment that it is. */
interface Share {
  /** Notes that somebody looks at it now. */
  watch(now: number): void;
  isWatched(now: number): boolean;
  setPrice(price: number): void;
  /** A read of all pages begins or has ended: its calls are spoken for. */
  begin(): void;
  end(): void;
  plan(now: number): Plan;
  /** Gives its part back for good. */
  leave(): void;
}

/** Shares the calls of the day out among all workspaces of the process. */
export interface Planner {
  join(): Share;
}

interface PlannerOptions {
  readonly usage: () => ReadingStatus['calls'];
  /** No interval is shorter. */
  readonly refreshMs: number;
  readonly clock: Clock;
}

/** The planner's knowledge of a workspace. */
interface Member {
  lastWatchedAt: number | null;
  price: number | null;
  /** Calls of the day when the read began that is going on; null when there is none. */
  readingFrom: number | null;
}

/**
 * The calls left are spread over the time to midnight, as if those who watch now stayed. The first eight
 * hours that are watched in a day weigh more: people work for about that long, and a budget kept for hours
 * in which nobody looks is lost. It never runs dry: every plan starts from what is left.
 */
export function createPlanner({ usage, refreshMs, clock }: PlannerOptions): Planner {
  const members: Member[] = [];
  const watchedToday = createWatchedTime(clock);

  function callsLeft(reserve: number): number {
    const { today, perDay } = usage();
    const spokenFor = members.reduce((sum, member) => sum + outstanding(member, today), 0);
    return Math.max(0, perDay - reserve - today - spokenFor);
  }

  function planFor(member: Member, now: number): Plan {
    const { today, perDay } = usage();
    const midnight = endOfDay(clock, now);
    // A day of few calls must still have enough for one read.
    const reserve = Math.max(0, Math.min(Math.ceil(perDay * RESERVE), perDay - (member.price ?? 1)));
    const others = members.filter((other) => other !== member && isWatched(other, now));
    const intervals = (calls: number, from: number, workedMs: number): Intervals => {
      const timeMs = effectiveTime(endOfDay(clock, from) - from, workedMs);
      const prices = [...others, member].map(({ price }) => price ?? 1);
      return allocateBudget(prices, { calls, timeMs, refreshMs }).at(-1) as Intervals;
    };
    return {
      ...intervals(callsLeft(reserve), now, watchedToday.until(now)),
      price: member.price,
      refreshMs,
      leftInAll: callsLeft(0),
      usedUp: today >= perDay,
      midnight,
      tomorrow: intervals(perDay - reserve, midnight, 0),
    };
  }

  return {
    join() {
      const member: Member = { lastWatchedAt: null, price: null, readingFrom: null };
      members.push(member);
      return {
        watch(now) {
          member.lastWatchedAt = now;
          watchedToday.watch(now);
        },
        isWatched: (now) => isWatched(member, now),
        setPrice(price) {
          member.price = price;
        },
        begin() {
          member.readingFrom = usage().today;
        },
        end() {
          member.readingFrom = null;
        },
        plan: (now) => planFor(member, now),
        leave() {
          const place = members.indexOf(member);
          if (place >= 0) members.splice(place, 1);
        },
      };
    },
  };
}

/** The calls that a read under way has still to make. The calls of others meanwhile pass for its own. */
function outstanding({ price, readingFrom }: Member, today: number): number {
  return readingFrom === null ? 0 : Math.max(0, (price ?? 0) - Math.max(0, today - readingFrom));
}

function isWatched({ lastWatchedAt }: Member, now: number): boolean {
  return lastWatchedAt !== null && now - lastWatchedAt <= WATCHED_MS;
}

/** The time left of a day as it is spent now: later hours count for less while the working day lasts. */
function effectiveTime(left: number, workedMs: number): number {
  const work = Math.min(left, WORKING_DAY_MS - workedMs);
  return work > 0 ? work + LATER_WEIGHT * (left - work) : left;
}

/** For how long of the UTC day any workspace was watched. */
function createWatchedTime(clock: Clock) {
  let day = 0;
  let last = 0;
  let watchedMs = 0;

  function catchUp(now: number): void {
    const today = dayOf(clock, now);
    if (today !== day) watchedMs = 0;
    day = today;
  }

  return {
    watch(now: number) {
      catchUp(now);
      const since = now - last;
      if (since > 0 && since <= WATCHED_MS) watchedMs += since;
      last = now;
    },
    until(now: number) {
      catchUp(now);
      return watchedMs;
    },
  };
}
