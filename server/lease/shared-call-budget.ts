import { setTimeout as sleep } from 'node:timers/promises';
import type { CallBudget } from '../upstream/call-budget.ts';
import type { CallTable } from './call-table.ts';

/** A day's calls at most that one process reserves ahead, so that a crash costs at most one in a hundred of them. */
const BLOCKS = 100;

/** The longest that a call waits for the database; and the time for which it is left alone after it has failed. Milliseconds. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 5_000;

/** The time after which the counts of other processes are looked at again, in milliseconds. */
const FRESH_MS = 10_000;

/** Calls that the database has not been told of, beyond the process. */
interface OwedCalls {
  before(day: number): number;
  record(day: number, calls: number): void;
  all(): ReadonlyMap<number, number>;
  settle(paid: ReadonlyMap<number, number>): void;
}

interface SharedBudgetOptions {
  readonly table: CallTable;
  readonly perDay: number;
  readonly owed: OwedCalls;
  /** The UTC day that it is, counted from the epoch's. */
  readonly today: () => number;
  /** The moment that it is. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** The calls that all processes together allow themselves on a day. */
export interface SharedCallBudget extends CallBudget {
  /** Tells the database of calls that it does not know of, and learns of those of other processes, from time to time. */
  settle(): Promise<void>;
  /** Gives back what is reserved and was not used. */
  giveBack(): Promise<void>;
}

/**
 * Reserves calls in the database, in blocks. While that fails they are counted here, which is never forgotten: the database is
 * told when it is back. So no day has more calls than allowed, but for those that several processes made without it.
 */
export function createSharedCallBudget(options: SharedBudgetOptions): SharedCallBudget {
  const { table, perDay, owed, today, now, onError } = options;
  const block = Math.max(1, Math.ceil(perDay / BLOCKS));
  /** The database's count of the newest day that was asked for, and how much of it is reserved here and not used. */
  let known = { day: today(), calls: 0 };
  let rest = 0;
  let settledAt = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  /** Something that nobody waits for any more is still being asked. */
  let isLate = false;
  let last: Promise<unknown> = Promise.resolve();

  /** The questions to the database, one after the other, so that no count is told twice. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  }

  function turnTo(day: number): void {
    if (day === known.day) return;
    known = { day, calls: 0 };
    rest = 0;
  }

  function used(day: number): number {
    return (day === known.day ? known.calls - rest : 0) + owed.before(day);
  }

  async function pay(): Promise<void> {
    const all = owed.all();
    if (all.size === 0) return;
    await table.add(all);
    owed.settle(all);
  }

  async function learn(): Promise<void> {
    known = { day: known.day, calls: await table.count(known.day) };
    settledAt = now();
  }

  /** Reserves at least so many in the database; false when there are not. */
  async function reserveThere(day: number, calls: number): Promise<boolean> {
    await pay();
    for (const wanted of [Math.max(block, calls), calls]) {
      const count = await table.reserve(day, wanted, perDay);
      if (count === null) continue;
      if (day !== known.day) return true;
      known = { day, calls: count };
      rest += wanted;
      return true;
    }
    await learn();
    return false;
  }

  function reserveHere(day: number, calls: number): boolean {
    if (used(day) + calls > perDay) return false;
    owed.record(day, owed.before(day) + calls);
    return true;
  }

  /** Null when the database fails, or does not answer in time. */
  async function ask(work: () => Promise<boolean>): Promise<boolean | null> {
    isLate = true;
    const asked = work()
      .catch((error: unknown) => {
        onError(error);
        return null;
      })
      .finally(() => {
        isLate = false;
      });
    const answer = await Promise.race([asked, sleep(PATIENCE_MS, null, { ref: false })]);
    if (answer === null) pausedUntil = now() + PAUSE_MS;
    return answer;
  }

  async function reserve(day: number, calls: number): Promise<boolean> {
    turnTo(day);
    if (rest < calls) {
      const isThere = isLate || now() < pausedUntil ? null : await ask(() => reserveThere(day, calls));
      if (isThere === null) return reserveHere(day, calls);
      if (!isThere) return false;
    }
    rest -= calls;
    return true;
  }

  return {
    perDay,
    used,
    reserve: (day, calls) => inTurn(() => reserve(day, calls)),
    settle: () =>
      inTurn(async () => {
        if (isLate || (now() - settledAt < FRESH_MS && owed.all().size === 0)) return;
        turnTo(today());
        await pay();
        await learn();
      }).catch(onError),
    giveBack: () =>
      inTurn(async () => {
        if (isLate || rest === 0) return;
        const unused = rest;
        rest = 0;
        known = { day: known.day, calls: known.calls - unused };
        await table.add(new Map([[known.day, -unused]]));
      }).catch(onError),
  };
}
