import { expect, test } from 'vitest';
import { isTicketId } from './ticket-id.ts';

test.each([1, 35_637, Number.MAX_SAFE_INTEGER])('%j is a ticket’s id', (value) => {
  expect(isTicketId(value)).toBe(true);
});

test.each([
  0,
  -0,
  -1,
  0.5,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '7',
  null,
  undefined,
  [7],
  {},
  true,
])('%j names no ticket', (value) => {
  expect(isTicketId(value)).toBe(false);
});
