/** Days whose counts are kept. A clock that is set over midnight and back must find the count of the day it left. */
const MAX_DAYS = 8;

/** Keeps the counts of days beyond the process. A day is counted from the epoch's, in UTC. */
interface CallCount {
  /** The calls of that day that processes before this one may have made; never fewer than they did. */
  before(day: number): number;
  /** Told before calls are made: with them there are that many on that day. */
  record(day: number, calls: number): void;
}

/** The calls that we allow ourselves on a UTC day, which is counted from the epoch's. */
export interface CallBudget {
  readonly perDay: number;
  /** Calls reserved on that day so far. */
  used(day: number): number;
  /**
   * Resolves with whether that day has so many calls left. They are then counted, whether they are made or not, so no
   * day ever has more. No call may be made without.
   */
  reserve(day: number, calls: number): Promise<boolean>;
}

interface CallBudgetOptions {
  readonly perDay: number;
  /** Without it the counts end with the process. */
  readonly callCount?: CallCount | undefined;
}

export function createCallBudget({ perDay, callCount }: CallBudgetOptions): CallBudget {
  /** Of the last days that were asked for, the last of them at the end. */
  const counts = new Map<number, number>();

  function set(day: number, calls: number): number {
    counts.delete(day);
    counts.set(day, calls);
    const [longestUnasked] = counts.keys();
    if (counts.size > MAX_DAYS && longestUnasked !== undefined) counts.delete(longestUnasked);
    return calls;
  }

  function used(day: number): number {
    return set(day, counts.get(day) ?? callCount?.before(day) ?? 0);
  }

  return {
    perDay,
    used,
    async reserve(day, calls) {
      const all = used(day) + calls;
      if (all > perDay) return false;
      callCount?.record(day, all);
      set(day, all);
      return true;
    },
  };
}
