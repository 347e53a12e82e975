/** Days whose counts are kept. A clock that is set over midnight and back must find the count of the day it left. */
const MAX_DAYS = 8;

/** Where the counts of days outlive the process. A day is counted from the epoch's, in UTC. */
export interface CallCount {
  /** The calls of that day that processes before this one may have made; never fewer than they did. */
  before(day: number): number;
  /** Told before each call is made: with it there are that many on that day. */
  record(day: number, calls: number): void;
}

/** Calls by UTC day, of the last days that were asked for. */
export interface DayCounts {
  of(day: number): number;
  add(day: number): void;
}

/** @param stored without it the counts end with the process */
export function createDayCounts(stored?: CallCount): DayCounts {
  /** The day that was asked for last at the end. */
  const counts = new Map<number, number>();

  function set(day: number, calls: number): number {
    counts.delete(day);
    counts.set(day, calls);
    const [longestUnasked] = counts.keys();
    if (counts.size > MAX_DAYS && longestUnasked !== undefined) counts.delete(longestUnasked);
    return calls;
  }

  function of(day: number): number {
    return set(day, counts.get(day) ?? stored?.before(day) ?? 0);
  }

  return {
    of,
    add(day) {
      const calls = of(day) + 1;
      stored?.record(day, calls);
      set(day, calls);
    },
  };
}
