import { expect, test } from 'vitest';
import type { SnapshotStatus } from '../../contract/index.ts';
import { pollInterval } from './poll-interval.ts';

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
    calls: { today: 0, perDay: 2000 },
    newest: 1,
    changes: { added: 0, changed: 0, gone: 0 },
  };
}

test('polls are quick while something is read, and slower when nothing is', () => {
  expect(pollInterval(status('loading'))).toBeLessThan(pollInterval(status('fresh')));
  expect(pollInterval(status('refreshing'))).toBe(pollInterval(undefined));
});
