import { expect, test } from 'vitest';
import type { Summary } from '../../../contract/index.ts';
import { comparePeriods, knownSince, periodBefore } from './period-before.ts';

const BERLIN = { now: Date.parse('2026-11-27T14:30:00Z'), zone: 'Europe/Berlin' };

function before(issuedFrom: string | null, issuedTo: string | null, calendar = BERLIN) {
  const period = periodBefore({ issuedFrom, issuedTo }, calendar);
  if (period === null) return null;
  return [new Date(period.from).toISOString(), new Date(period.to).toISOString(), period.days];
}

test('days that still run are compared with as many before them, up to the same time of day', () => {
  expect(before('2026-10-28T23:00:00.000Z', null)).toEqual([
    '2026-09-28T22:00:00.000Z',
    '2026-10-28T14:30:00.000Z',
    30,
  ]);
});

test('whole days are compared with whole days, across a change of clocks too', () => {
  expect(before('2026-10-25T23:00:00Z', '2026-11-01T23:00:00Z')).toEqual([
    '2026-10-18T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    7,
  ]);
  expect(before('2026-11-02', '2026-11-02', { ...BERLIN, zone: 'UTC' })).toEqual([
    '2026-11-01T00:00:00.000Z',
    '2026-11-02T00:00:00.000Z',
    1,
  ]);
});

test('a range without a beginning, one that begins within a day, and one to come have none before them', () => {
  expect(before(null, '2026-11-02')).toBeNull();
  expect(before('2026-11-02T10:00:00Z', null)).toBeNull();
  expect(before('2026-12-01T23:00:00Z', null)).toBeNull();
});

test.each([
  [2_210, 2_301, 30, '2,210 issued, 4 % fewer than in the 30 days before'],
  [120, 100, 1, '120 issued, 20 % more than in the day before'],
  [1_001, 1_000, 7, '1,001 issued, under 1 % more than in the 7 days before'],
  [1, 1_000, 7, '1 issued, over 99 % fewer than in the 7 days before'],
  [0, 1_000, 7, '0 issued, 100 % fewer than in the 7 days before'],
  [350, 100, 7, '350 issued, 3.5 times as many as in the 7 days before'],
  [5, 5, 7, '5 issued, as many as in the 7 days before'],
  [9, 4, 7, '9 issued, 4 in the 7 days before'],
  [9, 0, 7, '9 issued, none in the 7 days before'],
])('%d after %d in %d days reads “%s”', (count, earlier, days, words) => {
  expect(comparePeriods(count, earlier, days)).toBe(words);
});

test('all are known since the oldest; a few of long ago do not count', () => {
  const oldest = '2022-05-28T06:25:54.000Z';
  const total = { count: 3, open: 3, overdue: 0, urgent: 0, oldest };
  const summary = { cells: [], total, unplaced: 0, snapshot: {} as Summary['snapshot'] };
  const spans = ['2022', '2025', '2026'].map((year) => ({
    value: `${year}-01-01T00:00:00.000Z`,
    until: `${year}-12-31T00:00:00.000Z`,
    label: year,
  }));
  const known = (earlier: boolean) =>
    new Date(knownSince({ ...summary, axes: [{ key: 'issued', values: spans, earlier }] })).toISOString();
  expect(known(false)).toBe(oldest);
  expect(known(true)).toBe('2025-12-31T00:00:00.000Z');
  expect(knownSince({ ...summary, axes: [], total: { ...total, oldest: null } })).toBe(
    Number.POSITIVE_INFINITY,
  );
});
