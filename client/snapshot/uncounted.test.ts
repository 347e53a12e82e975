import { expect, test } from 'vitest';
import type { SnapshotStatus } from '../../contract/index.ts';
import { describeSnapshot } from './describe-snapshot.ts';

const NOW = { now: Date.parse('2026-02-04T12:00:00Z'), zone: 'UTC' };

/** An upstream that lists its tickets and does not count them. */
const uncounted: SnapshotStatus = {
  number: 7,
  state: 'fresh',
  whole: false,
  loaded: 2512,
  total: null,
  takenAt: '2026-02-04T11:59:20.000Z',
  nextRefreshAt: '2026-02-04T12:00:20.000Z',
  refresh: { price: 27, everySeconds: 60, reason: 'configured', seenWithinSeconds: 120 },
  problem: null,
  calls: { today: 326, perDay: 2000 },
  newest: 7,
  changes: { added: 0, changed: 0, gone: 0 },
};

test('tickets that nobody has counted are not called all', () => {
  const { tone, sentence } = describeSnapshot(uncounted, NOW, null);
  expect(tone).toBe('warn');
  expect(sentence).toContain('2,512 tickets');
  expect(sentence).toContain('does not say how many');
  expect(sentence).not.toMatch(/\ball\b/);
});

test('while they are read, it is told how many there are so far', () => {
  const words = describeSnapshot({ ...uncounted, state: 'loading', loaded: 300 }, NOW, null);
  expect(words.sentence).toBe('Reading tickets: 300 so far');
  const none = describeSnapshot({ ...uncounted, state: 'loading', loaded: 0 }, NOW, null);
  expect(none.sentence).toBe('Asking QuestionPro for the first tickets');
});
