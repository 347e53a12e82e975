import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AxisValue,
  DEFAULT_QUERY,
  type SummaryKey,
  type Ticket,
  type TicketQuery,
} from '../../contract/index.ts';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { arbitraryTickets } from '../snapshot/testing/arbitrary-tickets.ts';
import { makeSnapshot, TAKEN_AT } from '../snapshot/testing/make-snapshot.ts';
import { summarizeTickets } from './index.ts';
import { arbitraryQuery, arbitrarySummary } from './testing/arbitrary-queries.ts';
import { NaiveEngine } from './testing/naive-engine.ts';
import { narrow } from './testing/narrow.ts';

describe('a summary', () => {
  it('says of each cell what the list under its values has, on random tickets and questions', () => {
    fc.assert(
      fc.property(arbitraryTickets, arbitraryQuery, arbitrarySummary, (tickets, query, question) => {
        const total = tickets.length;
        const snapshot = buildSnapshot({ number: 1, takenAt: TAKEN_AT, whole: true, total, tickets });
        const naive = new NaiveEngine(tickets, TAKEN_AT);
        const { axes, cells, total: all, unplaced } = summarizeTickets(snapshot, query, question);
        expect(axes.map(({ key }) => key)).toEqual(question.by);
        expect(all).toEqual(naive.measures(query));
        for (const { at, ...measures } of cells) {
          const narrowed = axes.reduce(
            (narrower, { key, values }, axis) => narrow(narrower, key, values[at[axis] as number]),
            query,
          );
          expect(measures).toEqual(naive.measures(narrowed));
        }
        expect(unplaced).toBe(all.count - cells.reduce((sum, { count }) => sum + count, 0));
        expect(unplaced).toBe(naive.matches(query).filter((one) => lacksValue(one, question.by)).length);
      }),
      { numRuns: 300 },
    );
  });

  it('counts by two keys, the late and the urgent too, and leaves empty cells out', () => {
    const tickets = [
      { status: 'OPEN', priority: 'CRITICAL', isOverdue: true, issueDate: '2026-01-03T00:00:00.000Z' },
      { status: 'NEW', priority: 'HIGH', issueDate: '2026-01-02T00:00:00.000Z' },
      { status: 'OPEN', priority: 'CRITICAL', issueDate: '2026-01-01T00:00:00.000Z' },
      { status: 'OPEN', priority: 'LOW', isOverdue: true, issueDate: null },
    ];
    const summary = summarizeTickets(makeSnapshot(tickets), DEFAULT_QUERY, by('status', 'priority'));
    expect(summary.axes).toEqual([
      { key: 'status', values: [named('NEW'), named('OPEN')] },
      { key: 'priority', values: [named('CRITICAL'), named('HIGH'), named('LOW')] },
    ]);
    expect(summary.cells).toEqual([
      { at: [0, 1], count: 1, open: 1, overdue: 0, urgent: 1, oldest: '2026-01-02T00:00:00.000Z' },
      { at: [1, 0], count: 2, open: 2, overdue: 1, urgent: 2, oldest: '2026-01-01T00:00:00.000Z' },
      { at: [1, 2], count: 1, open: 1, overdue: 1, urgent: 0, oldest: null },
    ]);
    expect(summary.total).toEqual({
      count: 4,
      open: 4,
      overdue: 2,
      urgent: 3,
      oldest: '2026-01-01T00:00:00.000Z',
    });
    expect(summary.unplaced).toBe(0);
  });

  it('tells how many tickets have no value to count them by', () => {
    const snapshot = makeSnapshot([{ status: null }, { issueDate: null }, {}]);
    expect(summarizeTickets(snapshot, DEFAULT_QUERY, by('status', 'age'))).toMatchObject({
      cells: [{ count: 1 }],
      total: { count: 3 },
      unplaced: 2,
    });
  });

  it('stays exact where two keys have thousands of values each', () => {
    const tickets = Array.from({ length: 6_000 }, (_, index) => ({
      type: `type ${index % 3_000}`,
      assignedUser: { name: null, email: `agent ${index % 2_000}` },
    }));
    const { cells, total } = summarizeTickets(makeSnapshot(tickets), DEFAULT_QUERY, by('type', 'assignee'));
    expect(cells).toHaveLength(6_000);
    expect(new Set(cells.map(({ at }) => at.join()))).toHaveProperty('size', 6_000);
    expect(total.count).toBe(6_000);
  });

  it('is counted once for the same filters, whatever the order and the page', () => {
    const snapshot = makeSnapshot([{}]);
    const other: TicketQuery = { ...DEFAULT_QUERY, page: 3, sort: [{ key: 'id', descending: true }] };
    const first = summarizeTickets(snapshot, DEFAULT_QUERY, by('age'));
    expect(summarizeTickets(snapshot, other, by('age'))).toBe(first);
    expect(summarizeTickets(snapshot, other, by('status'))).not.toBe(first);
    expect(summarizeTickets(snapshot, { ...other, q: 'lamp' }, by('age'))).not.toBe(first);
  });
});

function by(...keys: readonly SummaryKey[]) {
  return { by: keys, zone: 'UTC' };
}

function named(value: string): AxisValue {
  return { value, label: value };
}

/** Whether a ticket has no value of some key, as the facets of a list of it alone tell. */
function lacksValue(ticket: Ticket, keys: readonly SummaryKey[]): boolean {
  const { facets } = new NaiveEngine([ticket], TAKEN_AT).list({ ...DEFAULT_QUERY, deleted: 'include' });
  return keys.some((key) =>
    key === 'issued' ? ticket.issueDate === null : facets[key].every(({ count }) => count === 0),
  );
}
