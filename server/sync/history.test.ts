import { expect, test } from 'vitest';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { createHistory, type History } from './history.ts';

function add(history: History, whole: boolean): number {
  const number = history.nextNumber();
  history.add(buildSnapshot({ number, takenAt: 0, whole, total: 0, tickets: [] }));
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

test('the last five snapshots are kept, the newest last', () => {
  const history = createHistory(1);
  const numbers = Array.from({ length: 7 }, () => add(history, true));
  expect(kept(history, numbers)).toEqual([3, 4, 5, 6, 7]);
  expect(history.newest()?.number).toBe(7);
});

test('snapshots that are not whole leave before whole ones, but the newest always stays', () => {
  const history = createHistory(1);
  const numbers = [true, false, true, false, true, true, false].map((whole) => add(history, whole));
  expect(kept(history, numbers)).toEqual([1, 3, 5, 6, 7]);
});

test('when none is whole, the oldest leaves', () => {
  const history = createHistory(1);
  const numbers = Array.from({ length: 6 }, () => add(history, false));
  expect(kept(history, numbers)).toEqual([2, 3, 4, 5, 6]);
});
