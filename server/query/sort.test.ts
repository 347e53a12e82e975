import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY, DEFAULT_SORT, parseSort, type Ticket } from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { listTickets } from './index.ts';
import { sortTickets } from './sort.ts';

describe('orders', () => {
  it('show by default the late ones first, then the urgent, then the longest waiting', () => {
    const tickets = [
      { isOverdue: false, priority: 'CRITICAL' },
      { isOverdue: true, priority: 'LOW' },
      { isOverdue: true, priority: 'HIGH', issueDate: '2026-01-02T00:00:00.000Z' },
      { isOverdue: true, priority: 'HIGH', issueDate: '2026-01-01T00:00:00.000Z' },
    ];
    expect(idsBy('-overdue,-priority,issueDate', tickets)).toEqual([4, 3, 2, 1]);
  });

  it('put missing values last, ascending and descending', () => {
    const tickets = [
      { customerName: null, customerEmail: null },
      { customerName: 'A' },
      { customerName: 'B' },
    ];
    expect(idsBy('customer', tickets)).toEqual([2, 3, 1]);
    expect(idsBy('-customer', tickets)).toEqual([3, 2, 1]);
  });

  it('put tickets without a date last', () => {
    const tickets = [
      { updatedAt: null },
      { updatedAt: '2026-01-02T00:00:00.000Z' },
      { updatedAt: '1969-05-01T00:00:00.000Z' },
    ];
    expect(idsBy('updatedAt', tickets)).toEqual([3, 2, 1]);
    expect(idsBy('-updatedAt', tickets)).toEqual([2, 3, 1]);
  });

  it('end ties on ascending id, even where the last key descends', () => {
    expect(idsBy('-status', [{ id: 30 }, { id: 10 }, { id: 20 }])).toEqual([10, 20, 30]);
  });

  it('sort ids as numbers, those beyond 32 bits too', () => {
    const tickets = [{ id: 101_001_685_666 }, { id: 9 }, { id: 10 }];
    expect(idsBy('id', tickets)).toEqual([9, 10, 101_001_685_666]);
    expect(idsBy('-id', tickets)).toEqual([101_001_685_666, 10, 9]);
  });

  it('put unknown priorities below LOW by name, and unknown statuses after RESOLVED', () => {
    const priorities = ['HIGH', 'zeta', 'LOW', 'Alpha', 'CRITICAL', 'MEDIUM', null];
    expect(
      idsBy(
        'priority',
        priorities.map((priority) => ({ priority })),
      ),
    ).toEqual([4, 2, 3, 6, 1, 5, 7]);
    const statuses = ['RESOLVED', 'zeta', 'NEW', 'Alpha', 'ESCALATED', 'OPEN', null];
    expect(
      idsBy(
        'status',
        statuses.map((status) => ({ status })),
      ),
    ).toEqual([3, 6, 5, 1, 4, 2, 7]);
  });

  it('sort texts ignoring case, an empty one before all others', () => {
    const types = ['b', 'A', 'a', '', 'B', null];
    expect(
      idsBy(
        'type',
        types.map((type) => ({ type })),
      ),
    ).toEqual([4, 2, 3, 1, 5, 6]);
  });

  it('sort people by the name shown, or the e-mail where there is no name', () => {
    const people = [
      { name: 'Zoe', email: 'a@x' },
      { name: null, email: 'm@x' },
      null,
      { name: 'Bo', email: 'z@x' },
    ];
    expect(
      idsBy(
        'assignee',
        people.map((assignedUser) => ({ assignedUser })),
      ),
    ).toEqual([4, 2, 1, 3]);
  });

  it('are worked out once for a snapshot, the default one before anybody asks', () => {
    const snapshot = makeSnapshot([{}, {}]);
    const sort = [{ key: 'type', descending: false }] as const;
    expect(sortTickets(snapshot, sort)).toBe(sortTickets(snapshot, sort));
    expect(sortTickets(snapshot, DEFAULT_SORT)).toBe(snapshot.columns.defaultOrder);
  });
});

function idsBy(text: string, tickets: readonly Partial<Ticket>[]): number[] {
  const query = { ...DEFAULT_QUERY, sort: parseSort(text) ?? [] };
  return listTickets(makeSnapshot(tickets), query).tickets.map((ticket) => ticket.id);
}
