import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { markOf, markSource } from './row-mark.ts';

const SINCE = '2026-02-05T00:00:00.000Z';
const old = { createdAt: '2026-02-04T00:00:00.000Z', updatedAt: '2026-02-04T10:00:00.000Z' };

test('what newer data has brought is marked, seen before or not', () => {
  const source = markSource({ added: [1], changed: [2] }, null);
  expect([1, 2, 3].map((id) => markOf(ticket(id), source))).toEqual(['New', 'Changed', null]);
});

test('what was created since the last visit is new, what was updated has changed', () => {
  const source = markSource(undefined, SINCE);
  expect(markOf(ticket(1, { ...old, createdAt: SINCE, updatedAt: SINCE }), source)).toBe('New');
  expect(markOf(ticket(1, { ...old, updatedAt: '2026-02-05T00:00:01.000Z' }), source)).toBe('Changed');
  expect(markOf(ticket(1, old), source)).toBeNull();
});

test('who was never here before sees no marks, and a missing time is none', () => {
  expect(markOf(ticket(1), markSource(undefined, null))).toBeNull();
  expect(markOf(ticket(1, { createdAt: null, updatedAt: null }), markSource(undefined, SINCE))).toBeNull();
});

test('what has just changed says so, though it was created since the last visit', () => {
  const source = markSource({ added: [], changed: [1] }, SINCE);
  expect(markOf(ticket(1, { createdAt: SINCE }), source)).toBe('Changed');
});
