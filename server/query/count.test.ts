import { describe, expect, it } from 'vitest';
import {
  DEFAULT_QUERY,
  type Facet,
  type FacetValue,
  type Ticket,
  type TicketQuery,
} from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { listTickets } from './index.ts';

describe('facets', () => {
  it('are counted under all filters but their own, so siblings of a ticked value stay in sight', () => {
    const tickets = [
      { status: 'NEW', priority: 'HIGH' },
      { status: 'OPEN', priority: 'HIGH' },
      { status: 'OPEN', priority: 'LOW' },
    ];
    const filters = { status: ['NEW'] };
    expect(countsOf(tickets, filters, 'status')).toEqual({ NEW: 1, OPEN: 2 });
    expect(countsOf(tickets, filters, 'priority')).toEqual({ HIGH: 1, LOW: 0 });
  });

  it('count an excluded value under all other filters, as if it were not excluded', () => {
    const tickets = [
      { status: 'NEW', priority: 'HIGH' },
      { status: 'RESOLVED', priority: 'HIGH' },
      { status: 'RESOLVED', priority: 'LOW' },
    ];
    const filters = { not: { ...DEFAULT_QUERY.not, status: ['RESOLVED'] }, priority: ['HIGH'] };
    expect(countsOf(tickets, filters, 'status')).toEqual({ NEW: 1, RESOLVED: 1 });
    expect(countsOf(tickets, filters, 'priority')).toEqual({ HIGH: 1, LOW: 0 });
  });

  it('leave out whom a choice of tickets, of a customer, a move or a date of change keeps out', () => {
    const tickets = [{}, { status: 'OPEN', customerEmail: null, customerName: null, updatedAt: null }];
    expect(countsOf(tickets, { ids: [1] }, 'status')).toEqual({ NEW: 1, OPEN: 0 });
    expect(countsOf(tickets, { customerOf: 2 }, 'status')).toEqual({ NEW: 0, OPEN: 1 });
    expect(countsOf(tickets, { moved: true }, 'status')).toEqual({ NEW: 0, OPEN: 0 });
    const changedSince = '2026-02-02T00:00:00Z';
    expect(countsOf(tickets, { changedSince }, 'status')).toEqual({ NEW: 1, OPEN: 0 });
  });

  it('do not count a ticket that fails two of them, nor one that a search leaves out', () => {
    const tickets = [{ status: 'NEW', priority: 'LOW' }, { description: 'other' }];
    const filters = { status: ['OPEN'], priority: ['HIGH'] };
    expect(countsOf(tickets, filters, 'priority')).toEqual({ HIGH: 0, LOW: 0 });
    expect(countsOf(tickets, { q: 'other' }, 'status')).toEqual({ NEW: 1 });
  });

  it('list what only deleted tickets have, with a count of zero', () => {
    const tickets = [{}, { type: 'GONE', deletedAt: '2026-01-01T00:00:00.000Z' }];
    expect(countsOf(tickets, {}, 'type')).toEqual({ GONE: 0, 'MANUAL TICKET': 1 });
  });

  it('list both sides of overdue and all ages, tickets or not', () => {
    expect(facetOf([], {}, 'overdue')).toEqual([
      { value: 'true', label: 'Overdue', count: 0 },
      { value: 'false', label: 'Not overdue', count: 0 },
    ]);
    expect(facetOf([], {}, 'age').map(({ label }) => label)).toEqual([
      'Under 1 day',
      '1–3 days',
      '3–7 days',
      '7–30 days',
      '30–90 days',
      '90 days and more',
    ]);
  });

  it("put statuses along a ticket's life and priorities by urgency, unknown ones last by name", () => {
    const statuses = ['archived', 'RESOLVED', 'Zombie', 'NEW', 'ESCALATED', 'OPEN'];
    const tickets = statuses.map((status) => ({ status }));
    expect(Object.keys(countsOf(tickets, {}, 'status'))).toEqual([
      'NEW',
      'OPEN',
      'ESCALATED',
      'RESOLVED',
      'archived',
      'Zombie',
    ]);
    const priorities = ['urgent', 'LOW', 'Blocker', 'CRITICAL', 'MEDIUM', 'HIGH'];
    const urgent = priorities.map((priority) => ({ priority }));
    expect(Object.keys(countsOf(urgent, {}, 'priority'))).toEqual([
      'CRITICAL',
      'HIGH',
      'MEDIUM',
      'LOW',
      'Blocker',
      'urgent',
    ]);
  });

  it('put people by name, ignoring case, after "Unassigned"', () => {
    const people = [
      { name: 'bo', email: 'b@x' },
      { name: 'Ann', email: 'z@x' },
      null,
      { name: 'ann', email: 'a@x' },
    ];
    expect(
      facetOf(
        people.map((assignedUser) => ({ assignedUser })),
        {},
        'assignee',
      ),
    ).toEqual([
      { value: 'none', label: 'Unassigned', count: 1 },
      { value: 'a@x', label: 'ann', count: 1 },
      { value: 'z@x', label: 'Ann', count: 1 },
      { value: 'b@x', label: 'bo', count: 1 },
    ]);
  });

  it('call a person by the name that the newest ticket gives', () => {
    const named = (name: string) => ({ assignedUser: { name, email: 'ann@x' } });
    const [person] = facetOf([named('Ann Old'), named('Ann New')], {}, 'assignee');
    expect(person).toEqual({ value: 'ann@x', label: 'Ann New', count: 2 });
  });

  it('name segments, and say "No segment" for none', () => {
    const tickets = [{ currentSegment: { id: 7, code: null, name: null } }, { currentSegment: null }];
    expect(facetOf(tickets, {}, 'segment')).toEqual([
      { value: 'none', label: 'No segment', count: 1 },
      { value: '7', label: '7', count: 1 },
    ]);
  });

  it('stay exact where one of them has thousands of values', () => {
    const tickets = Array.from({ length: 9_000 }, (_, index) => ({ type: `type ${index % 8_500}` }));
    const types = facetOf(tickets, { status: ['NEW'] }, 'type');
    expect(types).toHaveLength(8_500);
    expect(types.filter(({ count }) => count === 2)).toHaveLength(500);
    expect(countsOf(tickets, {}, 'status')).toEqual({ NEW: 9_000 });
  });
});

function facetOf(
  tickets: readonly Partial<Ticket>[],
  filters: Partial<TicketQuery>,
  facet: Facet,
): readonly FacetValue[] {
  return listTickets(makeSnapshot(tickets), { ...DEFAULT_QUERY, ...filters }).facets[facet];
}

function countsOf(...question: Parameters<typeof facetOf>): Record<string, number> {
  return Object.fromEntries(facetOf(...question).map(({ value, count }) => [value, count]));
}
