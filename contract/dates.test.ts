import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  ageInDays,
  type Calendar,
  DAY_MS,
  dayIn,
  endOf,
  isDate,
  isDay,
  isInstant,
  startOf,
} from './index.ts';

const NOON = Date.parse('2026-02-04T12:00:00Z');
const UTC = { now: NOON, zone: 'UTC' };

test('a day means that UTC day, whole', () => {
  expect(new Date(startOf('2026-02-04', UTC)).toISOString()).toBe('2026-02-04T00:00:00.000Z');
  expect(new Date(endOf('2026-02-04', UTC)).toISOString()).toBe('2026-02-05T00:00:00.000Z');
});

test('an instant means itself, in whatever zone it is written', () => {
  expect(startOf('2026-02-04T13:00:00+01:00', UTC)).toBe(NOON);
  expect(endOf('2026-02-04T12:00:00Z', UTC)).toBe(NOON);
});

test('a day counted from today is one of the calendar’s zone, and moves on at its midnight', () => {
  const lateInBerlin = { now: Date.parse('2026-02-04T23:30:00Z'), zone: 'Europe/Berlin' };
  expect(new Date(startOf('today', lateInBerlin)).toISOString()).toBe('2026-02-04T23:00:00.000Z');
  expect(new Date(endOf('today', lateInBerlin)).toISOString()).toBe('2026-02-05T23:00:00.000Z');
  expect(new Date(startOf('today-6', UTC)).toISOString()).toBe('2026-01-29T00:00:00.000Z');
});

test('weeks begin on Monday and months on their first day, in the calendar’s zone, and a range holds both ends', () => {
  const sundayInBerlin = { now: Date.parse('2026-03-01T22:30:00Z'), zone: 'Europe/Berlin' };
  const mondayInBerlin = { ...sundayInBerlin, now: Date.parse('2026-03-01T23:30:00Z') };
  const range = (text: string, calendar: Calendar) =>
    [startOf(text, calendar), endOf(text, calendar)].map((instant) => dayIn(instant, calendar.zone));
  expect(range('week', sundayInBerlin)).toEqual(['2026-02-23', '2026-03-02']);
  expect(range('week-1', mondayInBerlin)).toEqual(['2026-02-23', '2026-03-02']);
  expect(range('month', sundayInBerlin)).toEqual(['2026-03-01', '2026-04-01']);
  expect(range('month-3', sundayInBerlin)).toEqual(['2025-12-01', '2026-01-01']);
  expect(new Date(startOf('month', sundayInBerlin)).toISOString()).toBe('2026-02-28T23:00:00.000Z');
});

test('a date without a zone, or that no calendar has, is none', () => {
  expect(isDate('2026-02-04T12:00:00')).toBe(false);
  expect(isDate('2025-02-29')).toBe(false);
  expect(isDate('2024-02-29')).toBe(true);
});

test('days and instants are those of ISO 8601', () => {
  const days = z.iso.date();
  const instants = z.iso.datetime({ offset: true });
  const day = fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/);
  const rest = fc.constantFrom(
    '',
    'T08:59:52Z',
    'T08:59:52.1+01:00',
    'T24:00:00Z',
    'T08:59Z',
    'T08:59:52',
    'T08:59:52+24:00',
  );
  fc.assert(
    fc.property(day, rest, (date, time) => {
      const text = `${date}${time}`;
      expect(isDay(text)).toBe(days.safeParse(text).success);
      expect(isInstant(text)).toBe(instants.safeParse(text).success);
    }),
    { numRuns: 2_000 },
  );
});

test('an age counts whole days, and a clock that is ahead by hours makes none', () => {
  expect(ageInDays(NOON - DAY_MS + 1, NOON)).toBe(0);
  expect(ageInDays(NOON - DAY_MS, NOON)).toBe(1);
  expect(ageInDays(NOON + 3_600_000, NOON)).toBe(0);
  expect(ageInDays(NOON + 2 * DAY_MS, NOON)).toBe(-2);
});
