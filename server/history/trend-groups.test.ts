import { expect, test } from 'vitest';
import { DAY_MS, DEFAULT_QUERY, MAX_TREND_GROUPS, type Ticket, type Trends } from '../../contract/index.ts';
import { NOW, snapshotOf } from '../test/app.ts';
import { historyOf } from '../test/history.ts';
import { ticket } from '../test/tickets.ts';
import { trends } from './trends.ts';

/** As many segments as there are, the first with three tickets and each other with one. */
function trendsOf(segments: number): Trends {
  const inSegment = (id: number, place: number, more: Partial<Ticket> = {}) => {
    const code = `S${String(place).padStart(4, '0')}`;
    return ticket(id, { currentSegment: { id: null, code, name: `Segment ${place}` }, ...more });
  };
  const tickets = Array.from({ length: segments }, (_, place) => {
    const issueDate = new Date(NOW - (1 + place) * DAY_MS).toISOString();
    return inSegment(10 + place, place, { issueDate, isOverdue: true });
  });
  const more = [inSegment(1, 0), inSegment(2, 0)];
  return trends(historyOf(snapshotOf(6, [...more, ...tickets])), {
    span: 'week',
    zone: 'UTC',
    by: 'segment',
    query: DEFAULT_QUERY,
    issued: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    today: null,
    bounds: Float64Array.of(NOW - 7 * DAY_MS, NOW - DAY_MS, NOW + DAY_MS),
    now: NOW,
  });
}

test('more groups than an answer holds are one, and none is left out', () => {
  const { buckets, groups = [], others } = trendsOf(MAX_TREND_GROUPS + 3);
  expect(groups).toHaveLength(MAX_TREND_GROUPS);
  expect(groups[0]).toMatchObject({ label: 'Segment 0', openAtEnd: [null, 3] });
  expect(others).toMatchObject({
    count: 3,
    openAtEnd: [null, 3],
    overdueAtEnd: [null, 3],
    resolved: [null, 0],
  });
  // The oldest tickets are theirs: 201, 202 and 203 days.
  expect(others?.medianAgeAtEnd).toEqual([null, MAX_TREND_GROUPS + 2]);
  for (const flow of ['arrived', 'openAtEnd', 'overdueAtEnd'] as const) {
    const rows = others === undefined ? groups : [...groups, others];
    const sums = buckets.map((bucket, index) =>
      bucket[flow] === null ? null : rows.reduce((sum, row) => sum + (row[flow][index] ?? 0), 0),
    );
    expect(sums).toEqual(buckets.map((bucket) => bucket[flow]));
  }
});

test('as many groups as an answer holds are all told apart', () => {
  const { groups, others } = trendsOf(MAX_TREND_GROUPS);
  expect(groups).toHaveLength(MAX_TREND_GROUPS);
  expect(others).toBeUndefined();
});
