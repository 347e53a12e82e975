import { expect, it } from 'vitest';
import { isTicketId, MAX_TICKET_ID, parseTicketId } from './index.ts';

it.each([1, 35_637, MAX_TICKET_ID])('%s is a ticket’s id', (id) => {
  expect(isTicketId(id)).toBe(true);
  expect(parseTicketId(String(id))).toBe(id);
});

it.each([0, -1, 1.5, MAX_TICKET_ID + 1, Number.NaN, '1', null, undefined])('%s is none', (value) => {
  expect(isTicketId(value)).toBe(false);
});

it.each(['0', '-1', '01', '1.0', '1e3', ' 1', '', '9007199254740993', '99999999999999999'])(
  '“%s” is not how one is written',
  (text) => {
    expect(parseTicketId(text)).toBeNull();
  },
);
