import { expect, test } from 'vitest';
import {
  formatAge,
  formatElapsed,
  formatExact,
  formatMoment,
  formatQueryDate,
  formatRelative,
  formatUtc,
  formatZone,
} from './dates.ts';

const NOW = Date.parse('2026-02-04T12:00:00Z');

test('an instant in UTC is exact to the second', () => {
  expect(formatUtc('2026-02-04T08:59:52.000Z')).toBe('4 Feb 2026, 08:59:52 UTC');
});

test.each([
  ['2026-02-04T11:59:30Z', 'just now'],
  ['2026-02-04T11:30:00Z', '30 minutes ago'],
  ['2026-02-04T15:00:00Z', 'in 3 hours'],
  ['2026-02-01T12:00:00Z', '3 days ago'],
  ['2025-11-04T12:00:00Z', '3 months ago'],
  ['2020-02-04T12:00:00Z', '6 years ago'],
])('%s is %s', (instant, words) => {
  expect(formatRelative(instant, NOW)).toBe(words);
});

test.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [47 * 3_600_000, '47 h'],
  [48 * 3_600_000, '2 days'],
])('%d milliseconds are %s', (elapsed, words) => {
  expect(formatElapsed(elapsed)).toBe(words);
});

test('a ticket is hours old on its first day, and days from then on', () => {
  expect(formatAge('2026-02-04T07:10:00Z', NOW)).toBe('4 h');
  expect(formatAge('2026-02-03T12:00:00Z', NOW)).toBe('1 d');
  expect(formatAge('2021-02-04T12:00:00Z', NOW)).toBe('1,826 d');
  expect(formatAge('2026-02-04T13:00:00Z', NOW)).toBe('0 h');
});

test('a day of a query stays that day in every zone', () => {
  for (const zone of ['America/New_York', 'Asia/Tokyo']) {
    expect(formatQueryDate('2026-02-04', zone)).toBe('4 Feb 2026');
  }
});

test.each([
  ['today', 'today'],
  ['today-1', 'yesterday'],
  ['today-6', '6 days ago'],
  ['week', 'this week'],
  ['week-1', 'last week'],
  ['month-2', '2 months ago'],
  ['2026-02-03T23:00:00Z', '4 Feb 2026'],
  ['2026-02-04T11:30:00Z', '4 Feb 2026, 12:30 CET'],
])('%s of a query reads “%s” in Berlin', (text, words) => {
  expect(formatQueryDate(text, 'Europe/Berlin')).toBe(words);
});

test('an instant is shown in the zone that was asked for, and names it', () => {
  expect(formatExact('2026-02-04T23:30:00Z', 'Europe/Berlin')).toBe('5 Feb 2026, 00:30 CET');
  expect(formatExact('2026-02-04T23:30:00Z', 'UTC')).toBe('4 Feb 2026, 23:30 UTC');
  expect(formatZone('Europe/Berlin', NOW)).toBe('CET');
});

test('a moment of the same day in that zone is a time alone', () => {
  expect(formatMoment('2026-02-04T22:30:00Z', NOW, 'Europe/Berlin')).toBe('23:30');
  expect(formatMoment('2026-02-03T22:30:00Z', NOW, 'Europe/Berlin')).toBe('3 Feb 2026, 23:30');
});
