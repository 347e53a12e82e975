import { expect, test, vi } from 'vitest';
import { searchEntry } from './search-entry.ts';

function choose(typed: string) {
  const ask = vi.fn();
  const entry = searchEntry(typed, ask);
  entry.run?.();
  return { detail: entry.detail, change: ask.mock.calls[0]?.[0] };
}

test.each([
  ['refund "not paid" -late', { q: 'refund "not paid" -late' }],
  ['status:new', { q: 'status:new' }],
  ['1017, 1018 lamp', { q: 'lamp', ids: [1017, 1018] }],
  ['#7 lamp #8', { q: '#7 lamp #8' }],
])('%s is looked for', (typed, change) => {
  expect(choose(typed)).toEqual({ change });
});

test('what can’t be looked for says why, and does nothing', () => {
  expect(choose('lamp "not paid')).toEqual({ detail: 'The quote before “not paid” has no end' });
});
