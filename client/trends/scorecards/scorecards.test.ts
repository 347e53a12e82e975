import { expect, test } from 'vitest';
import type { TrendGroupRow } from '../../../contract/index.ts';
import { fakeTrends } from '../../test/fake-trends.ts';
import { MOST_OVERDUE, nextSort, readScorecards, sortScorecards } from './scorecards.ts';

const { buckets } = fakeTrends([{}, {}, {}]);

function group(label: string, overrides: Partial<TrendGroupRow> = {}): TrendGroupRow {
  const values = [1, 2, 3];
  return {
    value: label,
    label,
    arrived: values,
    resolved: values,
    openAtEnd: values,
    overdueAtEnd: values,
    medianAgeAtEnd: values,
    ...overrides,
  };
}

const scoresOf = (overrides: Partial<TrendGroupRow>) =>
  readScorecards({ groups: [group('A', overrides)], buckets })[0]?.scores;

test('what stands is told as of the end, against the start of what was recorded', () => {
  expect(scoresOf({ openAtEnd: [null, 8, 5] })?.open).toMatchObject({ value: 5, change: -3 });
  expect(scoresOf({ openAtEnd: [null, null, 5] })?.open).toMatchObject({ value: 5, change: null });
  expect(scoresOf({ openAtEnd: [null, null, null] })?.open).toMatchObject({ value: null, change: null });
});

test('what happened is added up, and whole weeks alone are compared', () => {
  expect(scoresOf({ arrived: [4, 6, 1] })?.arrived).toMatchObject({ value: 11, change: 2 });
  expect(scoresOf({ resolved: [null, 6, 1] })?.resolved).toMatchObject({ value: 7, change: null });
});

test('those with most overdue tickets come first, and what is not known comes last either way', () => {
  const groups = [
    group('B', { overdueAtEnd: [null, null, null] }),
    group('team 10', { overdueAtEnd: [1, 1, 4] }),
    group('Team 9', { overdueAtEnd: [1, 1, 4] }),
    group('C', { overdueAtEnd: [1, 1, 9] }),
  ];
  const cards = readScorecards({ groups, buckets });
  const order = (sort: typeof MOST_OVERDUE) => sortScorecards(cards, sort).map(({ label }) => label);
  expect(order(MOST_OVERDUE)).toEqual(['C', 'Team 9', 'team 10', 'B']);
  expect(order(nextSort(MOST_OVERDUE, 'overdue'))).toEqual(['Team 9', 'team 10', 'C', 'B']);
  expect(order(nextSort(MOST_OVERDUE, 'name'))).toEqual(['B', 'C', 'Team 9', 'team 10']);
});

test('those that are counted together come last, however they are sorted', () => {
  const { value: _value, label: _label, ...series } = group('', { overdueAtEnd: [9, 9, 99] });
  const groups = [group('A', { overdueAtEnd: [null, null, null] }), group('B')];
  const cards = readScorecards({ groups, others: { count: 35, ...series }, buckets });
  for (const descending of [true, false]) {
    const sorted = sortScorecards(cards, { column: 'overdue', descending });
    expect(sorted.map(({ label }) => label)).toEqual(['B', 'A', '35 others']);
  }
  expect(sortScorecards(cards, { column: 'name', descending: true }).at(-1)).toMatchObject({
    value: null,
    scores: { overdue: { value: 99 } },
  });
});
