import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Axis } from '../../../contract/index.ts';
import { countTicks, spanTicks } from './axis-ticks.ts';

const axis = (
  interval: Axis['interval'],
  labels: readonly string[],
  folded: Pick<Axis, 'earlier' | 'later'> = {},
): Axis => ({
  key: 'issued',
  interval,
  values: labels.map((label) => ({ value: label, label })),
  ...folded,
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [702, [0, 200, 400, 600, 800]],
  [3_556, [0, 1_000, 2_000, 3_000, 4_000]],
])('the axis of %d tickets has %j', (most, ticks) => {
  expect(countTicks(most)).toEqual(ticks);
});

test('the axis holds every bar, in few whole steps, and wastes no more than one of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (most) => {
      const ticks = countTicks(most);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.at(-2)).toBeLessThan(most);
    }),
  );
});

test('spans are labelled evenly up to the last, with the year where it changes and at the end', () => {
  const months = ['Nov 2025', 'Dec 2025', 'Jan 2026', 'Feb 2026', 'Mar 2026'];
  expect(spanTicks(axis('month', months)).map(({ text }) => text)).toEqual([
    'Nov',
    'Dec',
    'Jan 2026',
    'Feb',
    'Mar 2026',
  ]);
  const weeks = Array.from({ length: 13 }, (_, week) => `Week of ${week + 1} Feb 2026`);
  expect(spanTicks(axis('week', weeks))).toEqual([
    { span: 0, text: '1 Feb', minor: false },
    { span: 3, text: '4 Feb', minor: true },
    { span: 6, text: '7 Feb', minor: false },
    { span: 9, text: '10 Feb', minor: true },
    { span: 12, text: '13 Feb 2026', minor: false },
  ]);
  expect(spanTicks(axis('year', ['2024', '2025'])).map(({ text }) => text)).toEqual(['2024', '2025']);
});

test('the span of all earlier dates is called that', () => {
  expect(spanTicks(axis('month', ['Before Jan 2026', 'Jan 2026', 'Feb 2026'], { earlier: true }))).toEqual([
    { span: 0, text: 'earlier', minor: false },
    { span: 1, text: 'Jan', minor: true },
    { span: 2, text: 'Feb 2026', minor: false },
  ]);
});

test('the span of all later dates is called that', () => {
  expect(spanTicks(axis('month', ['Jan 2026', 'Feb 2026', 'From Mar 2026'], { later: true }))).toEqual([
    { span: 0, text: 'Jan', minor: false },
    { span: 1, text: 'Feb 2026', minor: true },
    { span: 2, text: 'later', minor: false },
  ]);
});
