import { expect, test } from 'vitest';
import {
  type Column,
  DEFAULT_QUERY,
  encodeQuery,
  type Facets,
  maskTicket,
  type TicketQuery,
} from '../../../contract/index.ts';
import { emptyFacets } from '../../../contract/testing/empty-facets.ts';
import { ticket } from '../../test/fake-server.ts';
import { cellFilter } from './cell-filter.ts';

const NOTHING: Facets = {
  ...emptyFacets(),
  age: [{ value: '7-30', label: '7 to 30 days', count: 1 }],
};

const TAKEN = Date.parse('2026-02-20T00:00:00Z');

function offered(column: Column, one = ticket(1), query: TicketQuery = DEFAULT_QUERY) {
  const filter = cellFilter(one, column, query, { facets: NOTHING, takenAt: TAKEN });
  const written = (change: Partial<TicketQuery>) =>
    new URLSearchParams(encodeQuery({ ...query, ...change })).toString();
  return filter && { ...filter, only: written(filter.only), not: filter.not && written(filter.not) };
}

test('a value is asked for alone or kept out, and the other filters stay', () => {
  const query = { ...DEFAULT_QUERY, status: ['OPEN'], q: 'refund' };
  expect(offered('priority', ticket(1), query)).toEqual({
    name: 'High',
    only: 'q=refund&priority=HIGH&status=OPEN',
    isOn: false,
    not: 'q=refund&priority=-HIGH&status=OPEN',
  });
});

test('where the value is alone already, any value is offered again', () => {
  const query = { ...DEFAULT_QUERY, assignee: ['manager@example.com'] };
  expect(offered('assignee', ticket(1), query)).toMatchObject({ name: 'Manager 1', isOn: true, only: '' });
});

test('nobody and nowhere are values too', () => {
  const one = ticket(1, { assignedUser: null, currentSegment: null });
  expect(offered('assignee', one)).toMatchObject({ name: 'Unassigned', only: 'assignee=none' });
  expect(offered('segment', one)).toMatchObject({ name: 'No segment', only: 'segment=none' });
});

test('an age asks for its band, by the facet’s word for it', () => {
  expect(offered('age')).toMatchObject({ name: '7 to 30 days', only: 'age=7-30', not: 'age=-7-30' });
  expect(offered('age', ticket(1, { issueDate: '2027-01-01T00:00:00Z' }))).toBeNull();
  expect(offered('age', ticket(1, { issueDate: null }))).toBeNull();
});

test('late and not late have one button each', () => {
  expect(offered('overdue', ticket(1, { isOverdue: true }))).toMatchObject({
    name: 'Overdue',
    only: 'overdue=true',
    not: null,
  });
  expect(offered('overdue')).toMatchObject({ name: 'Not overdue', only: 'overdue=false' });
});

test('a customer is asked for by the ticket, and an anonymous one not at all', () => {
  expect(offered('customer', ticket(7))).toMatchObject({ name: 'Customer', only: 'customerOf=7', not: null });
  expect(offered('customer', ticket(7, { customerName: ' ', customerEmail: null }))).toBeNull();
});

test('a hidden customer can be asked for without being named', () => {
  expect(offered('customer', maskTicket(ticket(7)))).toMatchObject({
    name: 'this customer',
    only: 'customerOf=7',
  });
});

test('what is unknown or a text of its own filters nothing', () => {
  expect(offered('priority', ticket(1, { priority: null }))).toBeNull();
  expect(offered('description')).toBeNull();
});
