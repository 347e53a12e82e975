import { expect, test } from 'vitest';
import { MASKED, maskTicket, type Ticket } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { differences } from './differences.ts';

const OPTIONS = { masked: false, namesRemoved: false, zone: 'Europe/Berlin' };

function told(change: Partial<Ticket>, options = OPTIONS): string[] {
  return differences(ticket(1), ticket(1, change), options).map(
    ({ title, from, to }) => `${title}: ${from} → ${to}`,
  );
}

test('a ticket that is as it was differs in nothing, whenever it was touched', () => {
  expect(told({})).toEqual([]);
  expect(told({ updatedAt: '2026-02-05T00:00:00.000Z' })).toEqual([]);
});

test('each field that matters in a meeting is told in words', () => {
  expect(
    told({
      status: 'RESOLVED',
      isOverdue: true,
      priority: 'CRITICAL',
      assignedUser: null,
      currentSegment: { id: 1, code: 'N', name: 'North' },
      deletedAt: '2026-02-05T00:00:00.000Z',
      issueDate: '2026-02-01T11:00:00.000Z',
    }),
  ).toEqual([
    'Overdue: Not overdue → Overdue',
    'Priority: High → Critical',
    'Status: New → Resolved',
    'Assignee: Manager 1 → Unassigned',
    'Segment: Current Segment → North',
    'Issued: 4 Feb 2026, 09:59 CET → 1 Feb 2026, 12:00 CET',
    'Deleted: none → 5 Feb 2026, 01:00 CET',
  ]);
});

test('two people of one name are told apart', () => {
  expect(told({ assignedUser: { name: 'Manager 1', email: 'other@example.com' } })).toEqual([
    'Assignee: Manager 1 → another Manager 1',
  ]);
});

test('that a customer has changed is told without the name where names are hidden', () => {
  const [line] = told({ customerName: 'Ann Müller' }, { ...OPTIONS, masked: true });
  expect(line).toBe(`Customer: ${MASKED} → another ${MASKED}`);
});

test('changed words are marked as such, to be shown where there is room', () => {
  const [found] = differences(ticket(1), ticket(1, { description: 'New words' }), OPTIONS);
  expect(found).toEqual({ title: 'Description', from: 'Words of ticket 1', to: 'New words', long: true });
});

test('a copy without names does not differ by the names that it lacks', () => {
  const copy = maskTicket(ticket(1, { description: 'Call Customer' }));
  const options = { ...OPTIONS, masked: true, namesRemoved: true };
  expect(differences(copy, ticket(1, { description: 'Call Customer' }), options)).toEqual([]);
});
