import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASKED, maskTicket, type Ticket } from './index.ts';

function masked(parts: Partial<Ticket>): Ticket {
  const ticket = { customerName: null, customerEmail: null, description: null, ...parts };
  return maskTicket(ticket as Ticket);
}

test('a customer’s name and e-mail are hidden, and what is missing stays missing', () => {
  const { customerName, customerEmail } = masked({ customerName: 'Ann Müller', customerEmail: null });
  expect(customerName).toBe(MASKED);
  expect(customerEmail).toBeNull();
});

test.each([
  ['Call Ann Müller at ann.mueller@example.co.uk', 'Ann Müller', `Call ${MASKED} ${MASKED} at ${MASKED}`],
  ['MÜLLER complains, Müllerstrasse is closed', 'Ann Müller', `${MASKED} complains, Müllerstrasse is closed`],
  ['Bo is too short a word to hide', 'Bo Li', 'Bo is too short a word to hide'],
  ['Anne-Marie called', 'Anne-Marie Li', `${MASKED} called`],
  ['(a+b) is a name, too', 'x (a+b)', `${MASKED} is a name, too`],
  ['山田太郎さんから', '山田太郎', `${MASKED}さんから`],
  ['Write to x@y.org, please', null, `Write to ${MASKED}, please`],
])('in “%s” of %s they are hidden too', (description, customerName, expected) => {
  expect(masked({ description, customerName }).description).toBe(expected);
});

test('whatever a customer is called, the name is hidden where it stands as a word', () => {
  const name = fc
    .string({ unit: 'binary', minLength: 3, maxLength: 12 })
    .filter((text) => /^[^\s@]+$/.test(text));
  fc.assert(
    fc.property(name, (customerName) => {
      fc.pre([...customerName].length >= 3);
      expect(masked({ description: `x ${customerName} x`, customerName }).description).toBe(`x ${MASKED} x`);
    }),
  );
});
