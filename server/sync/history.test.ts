import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { createHistory, type History } from './history.ts';

function add(history: History, whole: boolean): number {
  const number = history.nextNumber();
  history.add(buildSnapshot({ number, takenAt: 0, whole, total: 0, tickets: [] }), 0);
  return number;
}

function kept(history: History, numbers: readonly number[]): readonly number[] {
  return numbers.filter((number) => history.at(number) !== null);
}

test('before the first snapshot there is none, whatever the number asked for', () => {
  const history = createHistory(1000);
  expect(history.newest()).toBeNull();
  expect(history.at(1000)).toBeNull();
});

test('numbers count up from the start of the process, so that none comes back after a restart', () => {
  const before = createHistory(1000);
  const last = [true, true, true].map((whole) => add(before, whole)).at(-1);
  expect(last).toBe(1002);
  expect(add(createHistory(2000), true)).toBeGreaterThan(1002);
});

test('a bounded number of snapshots is kept, the newest of them', () => {
  const history = createHistory(1);
  const numbers = Array.from({ length: 10 }, () => add(history, true));
  expect(kept(history, numbers)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(history.newest()?.number).toBe(10);
});

test('a snapshot that somebody goes on asking for outlives those that nobody does', () => {
  const history = createHistory(1);
  const pinned = add(history, true);
  for (let refreshes = 0; refreshes < 100; refreshes++) {
    add(history, refreshes % 2 === 0);
    expect(history.at(pinned)?.number).toBe(pinned);
  }
  expect(history.at(pinned + 1)).toBeNull();
});
