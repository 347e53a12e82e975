import { expect, test } from 'vitest';
import type { CountedValue, Counts } from '../counts.ts';
import { drawSeries, HEIGHT, listSeries } from './bars.ts';

/** Open tickets of priorities in spans; `without` and `resolved` are so many more in each span. */
function counts(
  priorities: readonly string[],
  spans: readonly (readonly number[])[],
  { without = 0, resolved = 0 } = {},
): Counts {
  const named = (value: string, open: number, count = open): CountedValue => ({
    value,
    label: value,
    count,
    open,
    overdue: 0,
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const measures = (open: number) => ({ count: open, open, overdue: 0, urgent: 0, oldest: null });
  return {
    rows: spans.map((cells, index) =>
      named(`span ${index}`, sum(cells) + without, sum(cells) + without + resolved),
    ),
    columns: priorities.map((priority, column) =>
      named(priority, sum(spans.map((span) => span[column] ?? 0))),
    ),
    at: (row, column) => measures(spans[row]?.[column] ?? 0),
    total: measures(0),
    unplaced: 0,
  };
}

const labels = (of: Counts) => listSeries(of).map(({ label }) => label);

test('each priority that has tickets is a colour, under the name that people know', () => {
  expect(labels(counts(['CRITICAL', 'HIGH', 'LOW'], [[1, 0, 2]]))).toEqual(['Critical', 'Low']);
});

test('a priority that the vendor does not document keeps its name; several of them share one', () => {
  expect(labels(counts(['HIGH', 'VIP'], [[1, 1]]))).toEqual(['High', 'VIP']);
  const [high, other] = listSeries(counts(['HIGH', 'VIP', 'P0'], [[1, 1, 4]]));
  expect(high?.values).toEqual([1]);
  expect(other).toMatchObject({ label: 'Other priorities', values: [5] });
});

test('tickets without a priority are in the bars too', () => {
  const series = listSeries(counts(['HIGH'], [[3]], { without: 2 }));
  expect(series.at(-1)).toMatchObject({ label: 'No priority', values: [2] });
});

test('all that are resolved are one series on top, whatever their priority', () => {
  const series = listSeries(counts(['HIGH'], [[3], [0]], { resolved: 40 }));
  expect(series.map(({ label, values }) => [label, values])).toEqual([
    ['High', [3, 0]],
    ['Resolved', [40, 40]],
  ]);
});

test('bars stack up to the height of their tickets, up to the top of the axis', () => {
  const [low, high] = drawSeries(
    listSeries(
      counts(
        ['HIGH', 'LOW'],
        [
          [30, 10],
          [10, 10],
        ],
      ),
    ),
    40,
  );
  expect(tops(low?.path)).toEqual([HEIGHT * 0.25, HEIGHT * 0.75]);
  expect(tops(high?.path)).toEqual([0, HEIGHT * 0.5]);
});

test('one ticket is seen beside a thousand, and none is not drawn', () => {
  const [series] = drawSeries(listSeries(counts(['HIGH'], [[10_000], [1], [0]])), 10_000);
  expect(tops(series?.path)).toHaveLength(2);
  expect(HEIGHT - (tops(series?.path)[1] ?? HEIGHT)).toBeGreaterThan(10);
});

/** Where the rectangles of a path begin, from the top. */
function tops(path = ''): number[] {
  return [...path.matchAll(/M[\d.]+ ([\d.]+)/g)].map(([, top]) => Number(top));
}
