import { expect, test } from 'vitest';
import { DEFAULT_SORT, parseSort } from '../../../contract/index.ts';
import { sortLabel } from './sort-label.ts';

test('an order that has a name is called by it, any other key by key', () => {
  expect(sortLabel(DEFAULT_SORT)).toBe('Late and urgent first');
  expect(sortLabel(parseSort('-priority,assignee') ?? [])).toBe('Priority ↓, Assignee ↑');
  expect(sortLabel(parseSort('originSegment') ?? [])).toBe('Origin ↑');
});
