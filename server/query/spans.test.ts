import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, dayIn, MAX_SPANS } from '../../contract/index.ts';
import { spansOver } from './spans.ts';

const at = (text: string) => Date.parse(text);
const starts = (from: string, to: string, zone = 'UTC') =>
  spansOver([at(from), at(to)], zone).bounds.map((bound) => new Date(bound).toISOString());

test.each([
  ['2026-01-01T10:00:00Z', '2026-03-03T10:00:00Z', 'day', 62, '1 Jan 2026', '3 Mar 2026'],
  ['2026-01-01T10:00:00Z', '2026-03-04T10:00:00Z', 'week', 10, 'Week of 29 Dec 2025', 'Week of 2 Mar 2026'],
  ['2025-01-01T00:00:00Z', '2026-03-01T23:59:59Z', 'week', 61, 'Week of 30 Dec 2024', 'Week of 23 Feb 2026'],
  ['2024-12-20T00:00:00Z', '2026-03-04T00:00:00Z', 'month', 16, 'Dec 2024', 'Mar 2026'],
  ['2019-06-01T00:00:00Z', '2026-02-04T00:00:00Z', 'year', 8, '2019', '2026'],
  ['0001-06-01T00:00:00Z', '2026-02-04T00:00:00Z', 'year', 2026, '1', '2026'],
  ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', 'year', 10_000, '0', '9999'],
])('from %s to %s there are spans of a %s: %d', (from, to, interval, count, first, last) => {
  const spans = spansOver([at(from), at(to)], 'UTC');
  expect(spans.interval).toBe(interval);
  expect(spans.labels).toHaveLength(count);
  expect([spans.labels[0], spans.labels.at(-1)]).toEqual([first, last]);
});

test('weeks begin on Monday, months and years on their first day, in the zone', () => {
  expect(starts('2026-02-04T00:00:00Z', '2026-05-01T00:00:00Z', 'Europe/Berlin').slice(0, 2)).toEqual([
    '2026-02-01T23:00:00.000Z',
    '2026-02-08T23:00:00.000Z',
  ]);
  expect(starts('2024-07-15T00:00:00Z', '2026-05-01T00:00:00Z', 'Europe/Berlin').slice(0, 2)).toEqual([
    '2024-06-30T22:00:00.000Z',
    '2024-07-31T22:00:00.000Z',
  ]);
  expect(starts('2015-07-15T00:00:00Z', '2026-05-01T00:00:00Z', 'Europe/Berlin')[0]).toBe(
    '2014-12-31T23:00:00.000Z',
  );
});

test('a day on which clocks change is shorter or longer than others', () => {
  const { bounds } = spansOver([at('2026-03-28T12:00:00Z'), at('2026-03-30T12:00:00Z')], 'Europe/Berlin');
  const hours = bounds.slice(1).map((bound, index) => ((bound - (bounds[index] as number)) * 24) / DAY_MS);
  expect(hours).toEqual([24, 23, 24]);
});

test('a day that a zone has left out is no span', () => {
  const { labels } = spansOver([at('2011-12-29T12:00:00Z'), at('2011-12-31T12:00:00Z')], 'Pacific/Apia');
  expect(labels).toEqual(['29 Dec 2011', '31 Dec 2011', '1 Jan 2012']);
});

test('spans follow one another without a gap, hold both ends, and are few', () => {
  const instant = fc.integer({ min: at('1975-01-01'), max: at('2035-01-01') });
  const days = fc.oneof(fc.nat(60), fc.nat(400), fc.nat(2_000), fc.nat(20_000));
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia');
  fc.assert(
    fc.property(instant, days, zone, (first, later, where) => {
      const last = first + later * DAY_MS;
      const { bounds, labels } = spansOver([first, last], where);
      expect(bounds).toHaveLength(labels.length + 1);
      expect(bounds).toEqual(bounds.toSorted((one, other) => one - other));
      expect(new Set(bounds).size).toBe(bounds.length);
      expect(bounds[0]).toBeLessThanOrEqual(first);
      expect(bounds[1]).toBeGreaterThan(first);
      expect(bounds.at(-1)).toBeGreaterThan(last);
      expect(bounds.at(-2)).toBeLessThanOrEqual(last);
      expect(labels.length).toBeLessThanOrEqual(MAX_SPANS);
      for (const bound of bounds) expect(dayIn(bound - 1, where)).not.toBe(dayIn(bound, where));
    }),
  );
});

test('a few dates long before the others are one span, and the others have spans as fine as without them', () => {
  const recent = Array.from({ length: 300 }, (_, hour) => at('2026-02-01T00:00:00Z') + hour * 3_600_000);
  const old = [at('2011-05-28T06:00:00Z'), at('2015-01-03T00:00:00Z'), at('2019-07-01T00:00:00Z')];
  const { interval, labels, bounds, earlier } = spansOver([...old, ...recent], 'UTC');
  expect([interval, earlier, labels.length]).toEqual(['day', true, 14]);
  expect(labels.slice(0, 2)).toEqual(['Before 1 Feb 2026', '1 Feb 2026']);
  expect(bounds.slice(0, 2)).toEqual([at('2011-05-28T00:00:00Z'), at('2026-02-01T00:00:00Z')]);
});

test('a few dates long after now are one span, and those of tomorrow are none', () => {
  const hour = 3_600_000;
  const recent = Array.from({ length: 300 }, (_, hours) => at('2026-02-01T00:00:00Z') + hours * hour);
  const now = at('2026-02-12T00:00:00Z');
  const wrong = [...recent, at('9999-12-31T23:00:00Z')];
  const { interval, labels, bounds, earlier, later } = spansOver(wrong, 'Europe/Berlin', now);
  expect([interval, earlier, later, labels.length]).toEqual(['day', undefined, true, 14]);
  expect(labels.slice(-2)).toEqual(['13 Feb 2026', 'From 14 Feb 2026']);
  expect(bounds.at(-2)).toBe(at('2026-02-13T23:00:00Z'));
  expect(bounds.at(-1)).toBeGreaterThan(at('9999-12-31T23:00:00Z'));
  const both = spansOver([at('2011-05-28T06:00:00Z'), ...wrong], 'UTC', now);
  expect([both.earlier, both.later, both.labels.length]).toEqual([true, true, 15]);
  expect(spansOver([at('2011-05-28T06:00:00Z'), ...recent], 'UTC', now).later).toBeUndefined();
  expect(spansOver(wrong, 'UTC', at('9999-12-31T23:30:00Z')).later).toBeUndefined();
});

test('a date thousands of years away is folded out of a few dates too', () => {
  const some = ['2026-02-01', '2026-02-02', '2026-02-04', '9999-01-01'].map(at);
  const { labels, later } = spansOver(some, 'UTC', at('2026-02-05'));
  expect([later, labels]).toEqual([
    true,
    ['1 Feb 2026', '2 Feb 2026', '3 Feb 2026', '4 Feb 2026', 'From 5 Feb 2026'],
  ]);
});

test('dates that are more than a few, or near the others, stay in spans of their own', () => {
  const recent = Array.from({ length: 300 }, (_, hour) => at('2026-02-01T00:00:00Z') + hour * 3_600_000);
  const many = Array.from({ length: 9 }, (_, hour) => at('2011-05-28T00:00:00Z') + hour * 3_600_000);
  expect(spansOver([...many, ...recent], 'UTC').earlier).toBeUndefined();
  const year = Array.from({ length: 365 }, (_, day) => at('2025-02-01T00:00:00Z') + day * DAY_MS);
  expect(spansOver(year, 'UTC')).toMatchObject({ interval: 'week', labels: { length: 53 } });
  expect(spansOver(year, 'UTC').earlier).toBeUndefined();
});

test('at most one date in a hundred is folded, all are held, and spans stay few, on random dates', () => {
  const cluster = fc.array(fc.integer({ min: at('2025-01-01'), max: at('2026-01-01') }), { minLength: 100 });
  const scattered = fc.array(fc.integer({ min: at('1975-01-01'), max: at('2035-01-01') }), { maxLength: 5 });
  const now = at('2026-01-01');
  fc.assert(
    fc.property(cluster, scattered, fc.constantFrom('UTC', 'Asia/Kathmandu'), (some, others, zone) => {
      const instants = [...some, ...others].toSorted((one, other) => one - other);
      const { bounds, labels, earlier, later } = spansOver(instants, zone, now);
      expect(bounds).toEqual(bounds.toSorted((one, other) => one - other));
      expect(bounds[0]).toBeLessThanOrEqual(instants[0] as number);
      expect(bounds.at(-1)).toBeGreaterThan(instants.at(-1) as number);
      expect(labels.length).toBeLessThanOrEqual(MAX_SPANS);
      const folded = instants.filter((instant) => instant < (bounds[1] as number)).length;
      if (earlier) expect(folded).toBeLessThanOrEqual(instants.length / 100);
      const after = instants.filter((instant) => instant >= (bounds.at(-2) as number));
      if (later) expect(after.length).toBeLessThanOrEqual(instants.length / 100);
      if (later) expect(after[0]).toBeGreaterThan(now);
    }),
  );
});
