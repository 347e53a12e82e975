import { expect, test } from 'vitest';
import { DEFAULT_QUERY, encodeQuery, parseSort } from '../../../contract/index.ts';
import { startingQuery } from './starting-query.ts';

const searchOf = (query: typeof DEFAULT_QUERY) => new URLSearchParams(encodeQuery(query)).toString();

test('a meeting is about the open tickets unless the address or the reader asks for others', () => {
  const sorted = { ...DEFAULT_QUERY, sort: parseSort('-issueDate') ?? DEFAULT_QUERY.sort };
  expect(searchOf(startingQuery(DEFAULT_QUERY, false))).toBe('status=-RESOLVED');
  expect(searchOf(startingQuery(sorted, false))).toContain('status=-RESOLVED');
  expect(startingQuery(DEFAULT_QUERY, true)).toBe(DEFAULT_QUERY);
  const resolved = { ...DEFAULT_QUERY, status: ['RESOLVED'] };
  expect(startingQuery(resolved, false)).toBe(resolved);
  const found = { ...DEFAULT_QUERY, q: 'lift' };
  expect(startingQuery(found, false)).toBe(found);
});
