import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { mailLink } from './mail-link.ts';
import { mailToAssignee, mailToCustomer } from './ticket-mail.ts';

const PLACE = {
  link: 'https://desk.example/w/42%2F1/tickets/7',
  takenAt: Date.parse('2026-02-07T09:00:00Z'),
};

test('the assignee reads which ticket it is, how it stands and where it is to be seen', () => {
  const { subject, body } = mailToAssignee(ticket(7, { priority: 'CRITICAL' }), 'm@example.com', PLACE);
  expect(subject).toBe('Ticket 7');
  expect(body).toEqual([
    'Ticket 7',
    'Overdue: No',
    'Priority: Critical',
    'Status: New',
    'Age: 3 days',
    'https://desk.example/w/42%2F1/tickets/7',
  ]);
});

test('no word of the customer is in a mail', () => {
  const words = { customerName: 'Zoe', customerEmail: 'zoe@example.com', description: 'Zebra' };
  const mails = [
    mailToAssignee(ticket(7, words), 'm@example.com', PLACE),
    mailToCustomer(ticket(7, words), 'zoe@example.com'),
  ];
  for (const { subject, body } of mails) expect([subject, ...body].join()).not.toMatch(/zoe|zebra/i);
});

test('values of any length leave the link short', () => {
  const odd = { status: 'é'.repeat(5_000), priority: '&body=\r\n'.repeat(500) };
  expect(mailLink(mailToAssignee(ticket(7, odd), 'm@example.com', PLACE))).toMatch(/&body=Ticket%207/);
});
