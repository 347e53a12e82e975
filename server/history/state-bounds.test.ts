import { expect, test } from 'vitest';
import { stateBounds } from './state-bounds.ts';

/** Weeks in Berlin: clocks go forward on the last day of the second. */
const WEEKS = ['2026-03-15T23:00', '2026-03-22T23:00', '2026-03-29T22:00', '2026-04-05T22:00'];

function statesOf(...reads: readonly (string | null)[]): string[] {
  const lastReads = reads.map((read) => (read === null ? null : Date.parse(`${read}Z`)));
  const bounds = Float64Array.from(WEEKS, (minute) => Date.parse(`${minute}Z`));
  const states = stateBounds(lastReads, bounds, 'Europe/Berlin');
  return Array.from(states, (state) => new Date(state).toISOString().slice(0, 16));
}

test('states at the end of a week are as of the end of its last day with a read, however long its days are', () => {
  const ends = ['2026-03-20T23:00', '2026-03-27T23:00', '2026-04-03T22:00'];
  expect(statesOf('2026-03-20T22:59', '2026-03-27T12:00', '2026-04-02T22:00')).toEqual([WEEKS[0], ...ends]);
  expect(statesOf('2026-03-22T12:00', '2026-03-28T23:00', '2026-04-05T21:59')).toEqual(WEEKS);
});

test('a week without a read tells no state of its own', () => {
  const friday = '2026-03-20T23:00';
  expect(statesOf(null, null, null)).toEqual(Array(4).fill(WEEKS[0]));
  expect(statesOf('2026-03-20T12:00', null, null)).toEqual([WEEKS[0], friday, friday, friday]);
});
