import { expect, test, vi } from 'vitest';
import { StoreError } from '../history/stored.ts';
import type { CallTable } from './call-table.ts';
import { createSharedCallBudget } from './shared-call-budget.ts';
import { memoryOwed } from './testing/memory-owed.ts';

const DAY = 20_000;

/** A table in memory that fails while it is told to. */
function memoryTable(): CallTable & { calls: number; isAway: boolean; gate: Promise<void> } {
  const table = {
    calls: 0,
    isAway: false,
    gate: Promise.resolve(),
    async reach() {
      await table.gate;
      if (table.isAway) throw new StoreError('away', 'The database cannot be reached (TEST).');
    },
    async reserve(_day: number, calls: number, perDay: number) {
      await table.reach();
      if (table.calls + calls > perDay) return null;
      table.calls += calls;
      return table.calls;
    },
    async add(calls: ReadonlyMap<number, number>) {
      await table.reach();
      for (const count of calls.values()) table.calls += count;
    },
    async count() {
      await table.reach();
      return table.calls;
    },
  };
  return table;
}

function open({ perDay = 1_000, table = memoryTable(), owed = memoryOwed() } = {}) {
  const clock = { now: 0 };
  const onError = vi.fn();
  const budget = createSharedCallBudget({
    ...{ table, perDay, owed, onError, today: () => DAY, now: () => clock.now },
  });
  const spend = async (calls: number) => {
    let made = 0;
    while (made < calls && (await budget.reserve(DAY, 1))) made++;
    return made;
  };
  return { budget, table, owed, clock, onError, spend };
}

test('a process that is killed costs at most one in a hundred of the day', async () => {
  const { table, spend } = open();
  expect(await spend(95)).toBe(95);
  expect(table.calls).toBe(100);
  expect(open({ table }).budget.used(DAY)).toBe(0);
  const next = open({ table });
  await next.budget.settle();
  expect(next.budget.used(DAY)).toBe(100);
});

test('one that ends gives back what it did not use', async () => {
  const { budget, table, spend } = open();
  await spend(93);
  await budget.giveBack();
  expect(table.calls).toBe(93);
  expect(budget.used(DAY)).toBe(93);
});

test('calls that were made without the database are told when it is back, once', async () => {
  const { budget, table, owed, clock, onError, spend } = open();
  await spend(5);
  table.isAway = true;
  expect(await spend(20)).toBe(20);
  expect(onError).toHaveBeenCalledOnce();
  expect(budget.used(DAY)).toBe(25);
  expect(owed.before(DAY)).toBe(15);
  table.isAway = false;
  clock.now += 60_000;
  await Promise.all([budget.settle(), budget.settle()]);
  expect(owed.before(DAY)).toBe(0);
  expect(table.calls).toBe(25);
  expect(budget.used(DAY)).toBe(25);
});

test('without the database a process keeps within the day as far as it knows it', async () => {
  const { table, spend, budget } = open({ perDay: 50 });
  expect(await spend(30)).toBe(30);
  table.isAway = true;
  expect(await spend(100)).toBe(20);
  expect(budget.used(DAY)).toBe(50);
});

test('what an earlier process could not tell is told first', async () => {
  const { table, budget } = open({ perDay: 100, owed: memoryOwed(new Map([[DAY, 99]])) });
  expect(budget.used(DAY)).toBe(99);
  expect(await budget.reserve(DAY, 1)).toBe(true);
  expect(await budget.reserve(DAY, 1)).toBe(false);
  expect(table.calls).toBe(100);
});

test('a call does not wait for a database that does not answer, and what that has reserved is used later', async () => {
  vi.useFakeTimers();
  const { budget, table, owed, clock } = open();
  let answer = () => {};
  table.gate = new Promise((resolve) => {
    answer = resolve;
  });
  const reserved = budget.reserve(DAY, 1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await reserved).toBe(true);
  expect(await budget.reserve(DAY, 1)).toBe(true);
  expect(owed.before(DAY)).toBe(2);
  answer();
  await vi.advanceTimersByTimeAsync(1);
  clock.now += 60_000;
  await budget.settle();
  expect(table.calls).toBe(12);
  expect(budget.used(DAY)).toBe(2);
  vi.useRealTimers();
});
