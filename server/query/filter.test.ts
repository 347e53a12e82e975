import { describe, expect, it } from 'vitest';
import { DAY_MS, DEFAULT_QUERY, type Ticket, type TicketQuery } from '../../contract/index.ts';
import { makeSnapshot, TAKEN_AT } from '../snapshot/testing/make-snapshot.ts';
import { listTickets } from './index.ts';

describe('filters', () => {
  it('take any of the values of one key, and need all keys', () => {
    const tickets = [{ status: 'NEW' }, { status: 'OPEN' }, { status: 'OPEN', isOverdue: true }];
    expect(idsOf(tickets, { status: ['OPEN', 'RESOLVED'] })).toEqual([2, 3]);
    expect(idsOf(tickets, { status: ['OPEN'], overdue: true })).toEqual([3]);
  });

  it('tell values apart by case, as the upstream does', () => {
    expect(idsOf([{ priority: 'HIGH' }, { priority: 'high' }], { priority: ['high'] })).toEqual([2]);
  });

  it('keep a ticket without a status until statuses are filtered', () => {
    expect(idsOf([{ status: null }], {})).toEqual([1]);
    expect(idsOf([{ status: null }], { status: ['NEW'] })).toEqual([]);
  });

  it('take an empty text for a value of its own', () => {
    expect(idsOf([{ type: '' }, { type: null }], { type: [''] })).toEqual([1]);
  });

  it('match nothing for a value that no ticket has', () => {
    expect(idsOf([{}], { assignee: ['nobody@example.com'] })).toEqual([]);
  });

  it('find what nobody has under "none"', () => {
    const named = { name: 'Ann', email: 'ann@example.com' };
    const nobody = { name: ' ', email: null };
    const tickets = [{ assignedUser: named }, { assignedUser: null }, { assignedUser: nobody }];
    expect(idsOf(tickets, { assignee: ['none'] })).toEqual([2, 3]);
    expect(idsOf(tickets, { assignee: ['none', 'ann@example.com'] })).toEqual([1, 2, 3]);
  });

  it('count age in whole days up to when the snapshot was taken, from inclusive and to exclusive', () => {
    const ages = [0, 0.99, 1, 2.99, 3, 89.9, 90, 4000, -0.5, -1.5];
    const tickets = ages.map((days) => ({ issueDate: daysAgo(days) }));
    expect(idsOf(tickets, { age: ['0-1'] })).toEqual([1, 2, 9]);
    expect(idsOf(tickets, { age: ['1-3'] })).toEqual([3, 4]);
    expect(idsOf(tickets, { age: ['3-7', '30-90'] })).toEqual([5, 6]);
    expect(idsOf(tickets, { age: ['90+'] })).toEqual([7, 8]);
  });

  it('take a bare day as that UTC day, whole, and an instant to the millisecond', () => {
    const tickets = [
      { issueDate: '2026-02-01T23:59:59.999Z' },
      { issueDate: '2026-02-02T00:00:00.000Z' },
      { issueDate: '2026-02-02T23:59:59.999Z' },
      { issueDate: '2026-02-03T00:00:00.000Z' },
      { issueDate: null },
    ];
    expect(idsOf(tickets, { issuedFrom: '2026-02-02', issuedTo: '2026-02-02' })).toEqual([2, 3]);
    expect(idsOf(tickets, { issuedTo: '2026-02-02T00:00:00.000Z' })).toEqual([1]);
    expect(idsOf(tickets, { issuedFrom: '1970-01-01' })).toEqual([1, 2, 3, 4]);
  });

  it('leave deleted tickets out, let them in, or show them alone', () => {
    const tickets = [{}, { deletedAt: daysAgo(1) }];
    expect(idsOf(tickets, {})).toEqual([1]);
    expect(idsOf(tickets, { deleted: 'include' })).toEqual([1, 2]);
    expect(idsOf(tickets, { deleted: 'only' })).toEqual([2]);
  });
});

function idsOf(tickets: readonly Partial<Ticket>[], filters: Partial<TicketQuery>): number[] {
  const query: TicketQuery = { ...DEFAULT_QUERY, sort: [{ key: 'id', descending: false }], ...filters };
  return listTickets(makeSnapshot(tickets), query).tickets.map((ticket) => ticket.id);
}

function daysAgo(days: number): string {
  return new Date(TAKEN_AT - days * DAY_MS).toISOString();
}
