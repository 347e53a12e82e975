import { expect, test } from 'vitest';
import { DEFAULT_SORT, parseSort } from '../../../contract/index.ts';
import { orderWords } from './order-words.ts';

test('an order that has a name is called by it, any other key by key', () => {
  expect(orderWords(DEFAULT_SORT)).toBe('Late and urgent first');
  expect(orderWords(parseSort('-priority,assignee') ?? [])).toBe('Priority ↓, Assignee ↑');
  expect(orderWords(parseSort('originSegment') ?? [])).toBe('Origin ↑');
});
