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

  it('keep out what has an excluded value, and let in what has none', () => {
    const tickets = [{ status: 'NEW' }, { status: 'RESOLVED' }, { status: null }, { status: 'resolved' }];
    expect(idsOf(tickets, without({ status: ['RESOLVED'] }))).toEqual([1, 3, 4]);
    expect(idsOf(tickets, without({ status: ['RESOLVED', 'NEW', 'nowhere'] }))).toEqual([3, 4]);
  });

  it('let an exclusion win over a value that is asked for', () => {
    const tickets = [{ status: 'NEW' }, { status: 'OPEN' }];
    expect(idsOf(tickets, { status: ['NEW', 'OPEN'], ...without({ status: ['NEW'] }) })).toEqual([2]);
  });

  it('exclude what nobody has, and ages', () => {
    const tickets = [{ assignedUser: null, issueDate: daysAgo(100) }, {}, { issueDate: daysAgo(0) }];
    expect(idsOf(tickets, without({ assignee: ['none'] }))).toEqual([2, 3]);
    expect(idsOf(tickets, without({ age: ['90+', '0-1'] }))).toEqual([2]);
  });

  it('take chosen tickets alone, as far as they are there and match', () => {
    const tickets = [{ id: 5 }, { id: 101_001_685_666 }, { id: 7, status: 'RESOLVED' }];
    const ids = [101_001_685_666, 7, 6];
    expect(idsOf(tickets, { ids })).toEqual([7, 101_001_685_666]);
    expect(idsOf(tickets, { ids, status: ['NEW'] })).toEqual([101_001_685_666]);
  });

  it('know a customer by the e-mail, ignoring case, whatever the name', () => {
    const tickets = [
      { customerEmail: 'Ann@Example.com', customerName: 'Ann' },
      { customerEmail: 'ann@example.com', customerName: 'A. Lee' },
      { customerEmail: 'other@example.com', customerName: 'Ann' },
      { customerEmail: null, customerName: 'Ann' },
    ];
    expect(idsOf(tickets, { customerOf: 2 })).toEqual([1, 2]);
  });

  it('know a customer without an e-mail by the name, among those without one', () => {
    const tickets = [
      { customerEmail: null, customerName: 'Ann Lee' },
      { customerEmail: ' ', customerName: 'ANN LEE' },
      { customerEmail: 'ann@example.com', customerName: 'Ann Lee' },
      { customerEmail: 'Ann Lee', customerName: null },
    ];
    expect(idsOf(tickets, { customerOf: 1 })).toEqual([1, 2]);
  });

  it('take two tickets without a customer for two customers, and find none for an unknown ticket', () => {
    const nobody = { customerEmail: '', customerName: null };
    expect(idsOf([nobody, nobody], { customerOf: 2 })).toEqual([2]);
    expect(idsOf([nobody, {}], { customerOf: 9 })).toEqual([]);
  });

  it('tell tickets that are in another segment now from those that stayed', () => {
    const at = (code: string | null, name: string | null = null) => ({ id: null, code, name });
    const tickets = [
      { originSegment: at('A'), currentSegment: at('B') },
      { originSegment: at('A', 'Old name'), currentSegment: at('A', 'New name') },
      { originSegment: null, currentSegment: at('A') },
      { originSegment: null, currentSegment: null },
    ];
    expect(idsOf(tickets, { moved: true })).toEqual([1, 3]);
    expect(idsOf(tickets, { moved: false })).toEqual([2, 4]);
  });

  it('find what was created or updated at an instant or later', () => {
    const [before, since] = [daysAgo(2), daysAgo(1)];
    const tickets = [
      { createdAt: before, updatedAt: before },
      { createdAt: before, updatedAt: since },
      { createdAt: since, updatedAt: null },
      { createdAt: since, updatedAt: before },
      { createdAt: null, updatedAt: null },
    ];
    expect(idsOf(tickets, { changedSince: since })).toEqual([2, 3, 4]);
  });

  it('count days from the UTC day on which the snapshot was taken', () => {
    const tickets = [
      { issueDate: '2026-02-04T00:00:00.000Z' },
      { issueDate: '2026-02-03T23:59:59.999Z' },
      { issueDate: '2026-02-01T00:00:00.000Z' },
    ];
    expect(idsOf(tickets, { issuedFrom: 'today' })).toEqual([1]);
    expect(idsOf(tickets, { issuedFrom: 'today-2', issuedTo: 'today-1' })).toEqual([2]);
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

function without(not: Partial<TicketQuery['not']>): Partial<TicketQuery> {
  return { not: { ...DEFAULT_QUERY.not, ...not } };
}

function daysAgo(days: number): string {
  return new Date(TAKEN_AT - days * DAY_MS).toISOString();
}
