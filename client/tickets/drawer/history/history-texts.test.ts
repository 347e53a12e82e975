import { expect, test } from 'vitest';
import type { HistoryEntry, TicketHistory } from '../../../../contract/index.ts';
import { stepsOf, summaryOf, whenOf } from './history-texts.ts';

const entry = (overrides: Partial<HistoryEntry>): HistoryEntry => ({
  at: '2026-11-27T10:05:00.000Z',
  notBefore: '2026-11-27T10:02:00.000Z',
  field: 'status',
  from: 'OPEN',
  to: 'ESCALATED',
  fromLabel: 'OPEN',
  toLabel: 'ESCALATED',
  ...overrides,
});
const late = (to: 'true' | 'false', at: string) => entry({ field: 'overdue', to, at });
const moved = entry({ field: 'segment' });
const history = (...entries: readonly HistoryEntry[]): TicketHistory => ({
  recordedSince: '2026-11-01T08:00:00.000Z',
  entries: [...entries],
});

test.each([
  ['2026-11-27T10:02:00Z', '2026-11-27T10:05:00Z', '27 Nov 2026, between 10:02 and 10:05'],
  ['2026-11-27T10:02:10Z', '2026-11-27T10:02:50Z', '27 Nov 2026, 10:02'],
  ['2026-11-26T18:00:00Z', '2026-11-27T06:00:00Z', 'Between 26 Nov 2026, 18:00 and 27 Nov 2026, 06:00'],
  [null, '2026-11-27T06:00:00Z', 'By 27 Nov 2026, 06:00'],
])('a change between %s and %s is told as “%s”', (notBefore, at, words) => {
  expect(whenOf({ notBefore, at }, 'UTC')).toBe(words);
});

test('changes that the same two reads enclose are one step', () => {
  const steps = stepsOf(
    history(entry({}), entry({ field: 'assignee' }), entry({ at: '2026-11-20T10:00:00.000Z' })),
    'UTC',
  );
  expect(steps.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    ['status', 'assignee'],
    ['status'],
  ]);
});

test('it is told since when a ticket is overdue, the last time, and how often it moved', () => {
  const twice = history(
    late('true', '2026-11-20T10:00:00Z'),
    moved,
    late('false', '2026-11-10T10:00:00Z'),
    late('true', '2026-11-05T10:00:00Z'),
    moved,
  );
  expect(summaryOf(twice, { isOverdue: true }, 'UTC')).toBe('Overdue since 20 Nov 2026, moved 2 times');
  expect(summaryOf(history(moved), { isOverdue: false }, 'UTC')).toBe('Moved once');
  expect(summaryOf(history(), { isOverdue: true }, 'UTC')).toBe('Overdue since before recording began');
  expect(summaryOf(history(), { isOverdue: false }, 'UTC')).toBeNull();
  expect(summaryOf({ recordedSince: null, entries: [] }, { isOverdue: true }, 'UTC')).toBeNull();
});
