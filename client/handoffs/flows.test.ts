import { expect, test } from 'vitest';
import type { Summary, SummaryCell } from '../../contract/index.ts';
import { formatShare, readHandoffs } from './flows.ts';

const STATUS = {} as Summary['snapshot'];

function cell(row: number, column: number, count: number): SummaryCell {
  return { at: [row, column], count, open: count, overdue: 0, urgent: 0, oldest: null };
}

function summary(cells: readonly SummaryCell[]): Summary {
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: `Segment ${value}` }));
  const count = cells.reduce((sum, one) => sum + one.count, 0);
  return {
    axes: [
      { key: 'originSegment', values: named(['a', 'b', 'gone']) },
      { key: 'segment', values: named(['b', 'c', 'a']) },
    ],
    cells: [...cells],
    total: { count, open: count, overdue: 0, urgent: 0, oldest: null },
    unplaced: 0,
    snapshot: STATUS,
  };
}

test('tickets have moved when they are in another segment than the one where they began', () => {
  const handoffs = readHandoffs(summary([cell(0, 2, 90), cell(1, 0, 3), cell(0, 0, 2), cell(1, 1, 5)]));
  expect(handoffs).toMatchObject({ total: 100, moved: 7 });
  expect(handoffs.flows.map(({ origin, segment, count }) => [origin.value, segment.value, count])).toEqual([
    ['b', 'c', 5],
    ['a', 'b', 2],
  ]);
});

test('segments without tickets are left out of the matrix', () => {
  const { origins, segments, between } = readHandoffs(summary([cell(0, 1, 4)]));
  expect([origins, segments].map((side) => side.map(({ value }) => value))).toEqual([['a'], ['c']]);
  expect(between({ origin: 'a', segment: 'c' })?.count).toBe(4);
  expect(between({ origin: 'b', segment: 'c' })).toBeNull();
});

test('a share that is not nothing does not read as nothing, and less than all not as all', () => {
  const shares = [0, 1, 30, 1_000, 9_995, 9_999, 10_000].map((part) => formatShare(part, 10_000));
  expect(shares).toEqual(['0 %', 'under 0.1 %', '0.3 %', '10 %', 'over 99.9 %', 'over 99.9 %', '100 %']);
});
