import { expect, test } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { ticket } from '../test/tickets.ts';
import { isSameTicket } from './same-ticket.ts';

test('two readings of an unchanged ticket are the same', () => {
  expect(isSameTicket(ticket(1), ticket(1))).toBe(true);
});

test.each<[string, Partial<Ticket>]>([
  ['a text', { description: 'Other' }],
  ['a text that is gone', { description: null }],
  ['a number', { surveyId: 0 }],
  ['the overdue mark', { isOverdue: true }],
  ['the assignee’s e-mail', { assignedUser: { name: 'Manager 1', email: null } }],
  ['the assignee, now nobody', { assignedUser: null }],
  ['the segment’s name', { currentSegment: { id: 216_627, code: 'CS', name: 'Renamed' } }],
  ['where it began', { originSegment: null }],
])('a ticket that differs in %s is another', (_what, parts) => {
  expect(isSameTicket(ticket(1), ticket(1, parts))).toBe(false);
  expect(isSameTicket(ticket(1, parts), ticket(1))).toBe(false);
});
