import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, canonicalZone, DAY_MS, dayIn, isZone, startOfDay } from './index.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
];
const zone = fc.constantFrom(...ZONES);
/** When clocks changed in one of them: at midnight, by half an hour, or by a whole day that was left out. */
const CHANGES = [
  '2026-03-29T01:00:00Z',
  '2026-11-01T06:00:00Z',
  '2018-11-04T03:00:00Z',
  '2019-02-17T02:00:00Z',
  '2026-04-04T15:00:00Z',
  '2011-12-30T10:00:00Z',
  '2026-04-23T22:00:00Z',
  '2026-10-29T21:00:00Z',
].map((instant) => Date.parse(instant));
/** Any instant, and often one within two days of such a change, which hardly any other is. */
const instant = fc.oneof(
  fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2040-01-01') }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }))
    .map(([change, distance]) => change + distance),
);

test('a day holds every instant from its start up to the next day’s, in every zone', () => {
  fc.assert(
    fc.property(instant, zone, (at, where) => {
      const day = dayIn(at, where);
      expect(startOfDay(day, where)).toBeLessThanOrEqual(at);
      expect(startOfDay(addDays(day, 1), where)).toBeGreaterThan(at);
    }),
    { numRuns: 2_000 },
  );
});

test('a day begins at its own first instant: a millisecond earlier is the day before', () => {
  fc.assert(
    fc.property(instant, zone, (at, where) => {
      const day = dayIn(at, where);
      const start = startOfDay(day, where);
      expect(dayIn(start, where)).toBe(day);
      expect(dayIn(start - 1, where)).not.toBe(day);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['2026-03-29', 'Europe/Berlin', 23],
  ['2026-10-25', 'Europe/Berlin', 25],
  // Clocks went forward at midnight: this day began at 01:00.
  ['2018-11-04', 'America/Sao_Paulo', 23],
  ['2026-02-04', 'Asia/Kathmandu', 24],
])('%s in %s has %d hours', (day, where, hours) => {
  expect(startOfDay(addDays(day, 1), where) - startOfDay(day, where)).toBe((hours * DAY_MS) / 24);
});

test.each([
  '0000-01-01T00:00:00Z',
  '0001-01-01T12:00:00Z',
  '0099-06-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
])('an instant at the ends of the calendar has a day: %s', (instant) => {
  const at = Date.parse(instant);
  for (const where of ZONES) {
    const day = dayIn(at, where);
    expect(startOfDay(day, where)).toBeLessThanOrEqual(at);
    expect(startOfDay(addDays(day, 1), where)).toBeGreaterThan(at);
  }
});

test('a zone is known by its name', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Middle/Earth')).toBe(false);
  expect(isZone('')).toBe(false);
});

test('a zone has one spelling, whatever its case, and a long name is none', () => {
  expect(canonicalZone('europe/BERLIN')).toBe('Europe/Berlin');
  expect(canonicalZone('Middle/Earth')).toBeNull();
  expect(canonicalZone('x'.repeat(100_000))).toBeNull();
});
