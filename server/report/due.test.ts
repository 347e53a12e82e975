import { describe, expect, test } from 'vitest';
import { lastDue, nextDue } from './due.ts';

const BERLIN = { weekday: 'monday', at: '08:00', zone: 'Europe/Berlin' } as const;
const iso = (instant: number) => new Date(instant).toISOString();

describe.each([
  ['on another day', '2026-11-25T10:00:00Z', '2026-11-23T07:00:00.000Z', '2026-11-30T07:00:00.000Z'],
  ['before it on its day', '2026-11-23T06:59:59Z', '2026-11-16T07:00:00.000Z', '2026-11-23T07:00:00.000Z'],
  ['at its very instant', '2026-11-23T07:00:00Z', '2026-11-23T07:00:00.000Z', '2026-11-30T07:00:00.000Z'],
  [
    'over the change to summer',
    '2026-03-25T10:00:00Z',
    '2026-03-23T07:00:00.000Z',
    '2026-03-30T06:00:00.000Z',
  ],
  [
    'over the change to winter',
    '2026-10-22T10:00:00Z',
    '2026-10-19T06:00:00.000Z',
    '2026-10-26T07:00:00.000Z',
  ],
])('%s', (_, now, last, next) => {
  test('the last and the next are told', () => {
    expect(iso(lastDue(BERLIN, Date.parse(now)))).toBe(last);
    expect(iso(nextDue(BERLIN, Date.parse(now)))).toBe(next);
  });
});

test('a time that clocks leave out is as much later, and one that comes twice is the first', () => {
  const sunday = { weekday: 'sunday', at: '02:30', zone: 'Europe/Berlin' } as const;
  expect(iso(nextDue(sunday, Date.parse('2026-03-28T12:00:00Z')))).toBe('2026-03-29T01:30:00.000Z');
  expect(iso(nextDue(sunday, Date.parse('2026-10-24T12:00:00Z')))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(nextDue(sunday, Date.parse('2026-10-25T00:30:00Z')))).toBe('2026-11-01T01:30:00.000Z');
});

test('days are those of the zone', () => {
  const tokyo = { weekday: 'monday', at: '07:00', zone: 'Asia/Tokyo' } as const;
  expect(iso(nextDue(tokyo, Date.parse('2026-11-22T12:00:00Z')))).toBe('2026-11-22T22:00:00.000Z');
});
