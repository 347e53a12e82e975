import { expect, test } from 'vitest';
import type { CountedValue } from '../counts.ts';
import {
  datesOf,
  describeCounts,
  nameOfSpans,
  rangeAfter,
  runningSpan,
  spanAt,
  spansIn,
  sumOf,
} from './span-range.ts';

const spans: readonly CountedValue[] = [1, 2, 3, 4].map((day) => ({
  value: `2026-02-0${day}T00:00:00.000Z`,
  until: `2026-02-0${day + 1}T00:00:00.000Z`,
  label: `${day} Feb 2026`,
  count: day * 10,
  open: day,
  overdue: 0,
}));

test('a point lies in the span below it, and beyond the ends in the first and the last', () => {
  expect([-0.2, 0, 0.24, 0.25, 0.99, 1, 7].map((share) => spanAt(share, 4))).toEqual([0, 0, 0, 1, 3, 3, 3]);
});

test('a drag sets the dates from its first span to its last, in whichever direction', () => {
  const dates = { issuedFrom: '2026-02-02T00:00:00.000Z', issuedTo: '2026-02-04T00:00:00.000Z' };
  expect(datesOf(spansIn({ from: 1, to: 2 }, spans))).toEqual(dates);
  expect(datesOf(spansIn({ from: 2, to: 1 }, spans))).toEqual(dates);
});

test('a span without an end leaves the end open', () => {
  const [first] = spans;
  if (first === undefined) throw new Error('There are spans.');
  const { until, ...endless } = first;
  expect(datesOf([endless])).toEqual({ issuedFrom: first.value, issuedTo: null });
  expect(until).toBeDefined();
});

test('a range is called by its ends and counts what is in it', () => {
  const name = (from: number, to: number) =>
    nameOfSpans({ from, to }, spans, { running: 3, earlier: false, later: false });
  expect(name(2, 1)).toBe('2 Feb 2026 to 3 Feb 2026');
  expect(name(1, 1)).toBe('2 Feb 2026');
  expect(name(3, 1)).toBe('2 Feb 2026 to 4 Feb 2026 so far');
  const weeks = spans.map((span) => ({ ...span, label: `Week of ${span.label}` }));
  const kinds = { running: null, earlier: false, later: false };
  expect(nameOfSpans({ from: 0, to: 1 }, weeks, kinds)).toBe('Weeks of 1 Feb 2026 to 2 Feb 2026');
  const folded = { running: null, earlier: true, later: true };
  expect(nameOfSpans({ from: 0, to: 1 }, spans, folded)).toBe('Up to 2 Feb 2026');
  expect(nameOfSpans({ from: 1, to: spans.length - 1 }, weeks, folded)).toBe('From the week of 2 Feb 2026');
  expect(nameOfSpans({ from: 0, to: spans.length - 1 }, weeks, folded)).toBe('All dates');
  const cut = spans.map((span, index) => ({ ...span, ...(index === 0 && { partial: true }) }));
  expect(nameOfSpans({ from: 0, to: 1 }, cut, kinds)).toBe('1 Feb 2026 to 2 Feb 2026, in part');
  expect(sumOf(spansIn({ from: 3, to: 1 }, spans))).toEqual({ count: 90, open: 9 });
});

test('the span in which the data was taken still runs', () => {
  expect(runningSpan(spans, '2026-02-02T23:59:59.999Z')).toBe(1);
  expect(runningSpan(spans, '2026-02-03T00:00:00.000Z')).toBe(2);
  expect(runningSpan(spans, '2026-02-05T00:00:00.000Z')).toBeNull();
});

test.each([
  [702, 57, false, '702 tickets issued, 57 still open'],
  [702, 0, false, '702 tickets issued, none still open'],
  [1, 1, false, '1 ticket issued, still open'],
  [9, 9, false, '9 tickets issued, all still open'],
  [0, 0, false, '0 tickets issued'],
  [702, 57, true, '57 tickets still open of 702 issued'],
])('of %d tickets with %d open, open ones alone listed: %s, it is said “%s”', (count, open, all, words) => {
  expect(describeCounts({ count, open }, all)).toBe(words);
});

test('arrows begin at the newest span, move, extend with Shift, and stop at the ends', () => {
  expect(rangeAfter('ArrowLeft', false, null, 4)).toEqual({ from: 3, to: 3 });
  expect(rangeAfter('ArrowLeft', false, { from: 3, to: 3 }, 4)).toEqual({ from: 2, to: 2 });
  expect(rangeAfter('ArrowLeft', true, { from: 3, to: 2 }, 4)).toEqual({ from: 3, to: 1 });
  expect(rangeAfter('ArrowLeft', false, { from: 3, to: 0 }, 4)).toEqual({ from: 0, to: 0 });
  expect(rangeAfter('Home', true, { from: 2, to: 2 }, 4)).toEqual({ from: 2, to: 0 });
  expect(rangeAfter('Enter', false, null, 4)).toBeNull();
});
