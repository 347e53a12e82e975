import { expect, test } from 'vitest';
import { dayOfFrom, dayOfTo, fromDay, toDay } from './issue-days.ts';

const NOW = Date.parse('2026-02-04T23:30:00Z');
const berlin = { now: NOW, zone: 'Europe/Berlin' };

test('a day begins and ends in the reader’s zone, also where clocks change', () => {
  expect(fromDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(toDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
  expect(fromDay('2026-02-04', 'America/St_Johns')).toBe('2026-02-04T03:30:00.000Z');
});

test('a field shows the day that was chosen in it', () => {
  expect(dayOfFrom(fromDay('2026-03-29', berlin.zone), berlin)).toBe('2026-03-29');
  expect(dayOfTo(toDay('2026-03-29', berlin.zone), berlin)).toBe('2026-03-29');
});

test('a field shows the day that a count from today means, and a bare day as it is', () => {
  expect(dayOfFrom('today', berlin)).toBe('2026-02-05');
  expect(dayOfTo('today-1', berlin)).toBe('2026-02-04');
  expect(dayOfFrom('2026-02-04', berlin)).toBe('2026-02-04');
  expect(dayOfTo('2026-02-04', berlin)).toBe('2026-02-04');
});

test('an instant within a day shows that day', () => {
  expect(dayOfFrom('2026-02-04T22:59:59Z', berlin)).toBe('2026-02-04');
  expect(dayOfTo('2026-02-04T23:00:01Z', berlin)).toBe('2026-02-05');
});
