import { expect, test } from 'vitest';
import type { SnapshotStatus } from '../../contract/index.ts';
import { errorInterval, pollInterval } from './poll-interval.ts';

const MINUTE = 60_000;

function status(state: SnapshotStatus['state']): SnapshotStatus {
  return {
    number: 1,
    state,
    whole: true,
    loaded: 1,
    total: 1,
    takenAt: null,
    nextRefreshAt: null,
    refresh: { price: 1, everySeconds: 60, reason: 'configured', seenWithinSeconds: 60 },
    problem: null,
    calls: { lastMinute: 0, today: 0, perDay: 2000 },
    newest: 1,
    changes: { added: 0, changed: 0, gone: 0 },
  };
}

test('polls are quick while something is read, and slow down when nothing happens', () => {
  const quiet = status('fresh');
  const [busy, normal, slow] = [
    pollInterval(status('loading'), 0),
    pollInterval(quiet, 0),
    pollInterval(quiet, 5 * MINUTE),
  ] as const;
  expect(busy).toBeLessThan(normal);
  expect(normal).toBeLessThan(slow);
  expect(pollInterval(status('fresh'), 5 * MINUTE)).toBe(normal);
});

test('however quiet, a poll comes well before a workspace counts as no longer watched', () => {
  const quiet = status('fresh');
  pollInterval(quiet, 0);
  expect(pollInterval(quiet, 1000 * MINUTE)).toBeLessThanOrEqual(MINUTE);
});

test('failures are met with growing patience that has an end', () => {
  const waits = [1, 2, 3, 4, 20].map(errorInterval);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(new Set(waits.slice(0, 4)).size).toBe(4);
  expect(waits.at(-1)).toBeLessThanOrEqual(MINUTE);
});
