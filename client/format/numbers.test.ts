import { expect, test } from 'vitest';
import { formatCountOf } from './numbers.ts';

test('a number agrees with its noun', () => {
  expect(formatCountOf(1, 'ticket')).toBe('1 ticket');
  expect(formatCountOf(1_204, 'ticket')).toBe('1,204 tickets');
  expect(formatCountOf(0, 'priority')).toBe('0 priorities');
  expect(formatCountOf(3, 'status')).toBe('3 statuses');
  expect(formatCountOf(2, 'day')).toBe('2 days');
  expect(formatCountOf(2, 'of these', 'of these')).toBe('2 of these');
});
