import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type Ticket } from '../../contract/index.ts';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { makeTicket, TAKEN_AT } from '../snapshot/testing/make-snapshot.ts';
import { markTickets } from './index.ts';

function snapshotOf(tickets: readonly Ticket[]) {
  return buildSnapshot({ number: 1, takenAt: TAKEN_AT, whole: true, total: tickets.length, tickets });
}

test('a ticket is marked as new or as changed, and not at all when it is the same', () => {
  const same = makeTicket({ id: 1 });
  const before = makeTicket({ id: 2 });
  const page = [same, { ...before }, makeTicket({ id: 3 })];
  expect(markTickets(snapshotOf([same, before]), page, DEFAULT_QUERY)).toEqual({ added: [3], changed: [2] });
});

test('a ticket that did not match before is new to the list', () => {
  const before = makeTicket({ id: 1, status: 'NEW' });
  const page = [{ ...before, status: 'OPEN' }];
  const query = { ...DEFAULT_QUERY, status: ['OPEN'] };
  expect(markTickets(snapshotOf([before]), page, query)).toEqual({ added: [1], changed: [] });
});
