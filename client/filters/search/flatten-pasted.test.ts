import { expect, test } from 'vitest';
import { flattenPasted } from './flatten-pasted.ts';

test.each([
  ['1017\n1018\n1019\n', '1017, 1018, 1019'],
  ['1017\r\n\r\n 1018 \r\n', '1017, 1018'],
  ['1017\t1018', '1017, 1018'],
  ['#1017\n#1018', '#1017, #1018'],
  ['Ticket 1017\nTicket 1018', 'Ticket 1017, Ticket 1018'],
  ['1017\n', '1017'],
  [' refund ', ' refund '],
  ['1017, 1018', '1017, 1018'],
  ['refund\nnot paid', 'refund not paid'],
  ['1017\trefund\n1018\tlamp', '1017 refund 1018 lamp'],
  ['status:new\n-assignee:none', 'status:new -assignee:none'],
])('%j becomes %j', (pasted, line) => {
  expect(flattenPasted(pasted)).toBe(line);
});

test('of a megabyte so much is kept that the box can tell that it is too long', () => {
  expect(flattenPasted('x'.repeat(1_000_000))).toHaveLength(40_001);
});
