import { expect, test } from 'vitest';
import type { RecordingStatus } from '../../contract/index.ts';
import { describeRecording, describeStore } from './describe-recording.ts';

const NOW = { now: Date.parse('2026-02-04T12:00:00Z'), zone: 'UTC' };

const recording: RecordingStatus = {
  store: 'embedded',
  since: '2025-11-27T08:00:00.000Z',
  lastAt: '2026-02-04T11:59:20.000Z',
  problem: null,
  dailyAt: null,
  nextDailyAt: null,
};

test('it is told since when is recorded, and the last of it', () => {
  expect(describeRecording(recording, NOW)).toBe('since 27 Nov 2025, 08:00 UTC, last at 11:59');
  expect(describeRecording({ ...recording, since: null, lastAt: null }, NOW)).toMatch(/^Nothing yet/);
});

test('a failure says since when nothing is recorded and why, and that lists go on', () => {
  const problem = { message: 'The database is away.', since: '2026-02-03T10:42:00.000Z' };
  expect(describeRecording({ ...recording, problem }, NOW)).toBe(
    'Nothing since 3 Feb 2026, 10:42: The database is away. Lists go on.',
  );
});

test('what is kept in memory says that it ends with the process', () => {
  expect(describeStore({ ...recording, store: 'memory' })).toMatch(/ends with Loopdesk’s process/);
});
