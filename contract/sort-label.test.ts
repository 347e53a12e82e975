import { expect, test } from 'vitest';
import { DEFAULT_SORT, parseSort } from './index.ts';
import { KNOWN_ORDERS, sortLabel, sortTerms } from './sort-label.ts';

test('the usual order is called by its name, any other key by key', () => {
  expect(sortLabel(DEFAULT_SORT)).toBe('Most urgent first');
  expect(sortTerms(DEFAULT_SORT)).toBe('Overdue first, then highest priority first, then oldest first');
  expect(sortLabel(parseSort('-priority,assignee') ?? [])).toBe('Highest priority first, then assignee A–Z');
});

test('the orders that are offered are these', () => {
  expect(KNOWN_ORDERS.map(sortLabel)).toEqual([
    'Most urgent first',
    'Highest priority first',
    'Newest first',
    'Oldest first',
    'Last updated first',
    'Assignee A–Z',
  ]);
});
