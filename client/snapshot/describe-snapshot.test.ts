import { expect, test } from 'vitest';
import type { SnapshotStatus } from '../../contract/index.ts';
import { describeSnapshot, formatLimit } from './describe-snapshot.ts';

const NOW = { now: Date.parse('2026-02-04T12:00:00Z'), zone: 'UTC' };

const fresh: SnapshotStatus = {
  number: 7,
  state: 'fresh',
  whole: true,
  loaded: 2512,
  total: 2512,
  takenAt: '2026-02-04T11:59:20.000Z',
  nextRefreshAt: '2026-02-04T12:00:20.000Z',
  refresh: { price: 26, everySeconds: 60, reason: 'configured', seenWithinSeconds: 120 },
  problem: null,
  calls: { today: 326, perDay: 2000 },
  newest: 7,
  changes: { added: 0, changed: 0, gone: 0 },
};

test('fresh and whole data say their age and what comes next', () => {
  expect(describeSnapshot(fresh, NOW, null)).toEqual({
    tone: 'good',
    short: 'Updated 40 s ago',
    age: '40 s',
    isTrouble: false,
    sentence: 'Updated 40 s ago · all 2,512 tickets read',
    details: ['Next refresh in 20 s'],
  });
});

test('calls are told, as trouble, once less than a fifth of the day’s are left', () => {
  const told = (today: number) => describeSnapshot({ ...fresh, calls: { today, perDay: 2000 } }, NOW, null);
  expect(told(1600)).toMatchObject({ tone: 'good', isTrouble: false, details: ['Next refresh in 20 s'] });
  expect(told(1601)).toMatchObject({
    tone: 'warn',
    isTrouble: true,
    details: ['Next refresh in 20 s', '399 of today’s 2,000 calls left'],
  });
  expect(told(2100).details).toContain('0 of today’s 2,000 calls left');
});

test('a limit of time is never told as less than it is', () => {
  expect([45, 60, 61, 105, 120, 7_201].map(formatLimit)).toEqual([
    '45 seconds',
    '60 seconds',
    '2 minutes',
    '2 minutes',
    '2 minutes',
    '3 hours',
  ]);
});

test('data that is not whole says how much of it is there', () => {
  const words = describeSnapshot({ ...fresh, whole: false, loaded: 12_300, total: 50_000 }, NOW, null);
  expect(words.tone).toBe('warn');
  expect(words.sentence).toBe('Updated 40 s ago · 12,300 of 50,000 tickets read');
});

test('data with a page that could not be read anew does not pass for whole', () => {
  const words = describeSnapshot({ ...fresh, whole: false }, NOW, null);
  expect(words.tone).toBe('warn');
  expect(words.sentence).toBe('Updated 40 s ago · 2,512 tickets, not all of them refreshed');
});

test('the first read says how far it is, and that lists cover what is there', () => {
  const words = describeSnapshot({ ...fresh, state: 'loading', whole: false, loaded: 1200 }, NOW, null);
  expect(words.tone).toBe('busy');
  expect(words.sentence).toBe('Reading tickets: 1,200 of 2,512');
  expect(words.details).toContain('Lists and counts cover what is there.');
});

test('a failure says what happened, since when, what is shown and what comes next', () => {
  const problem = {
    kind: 'unauthorized',
    message: 'QuestionPro has refused the API key. Ask whoever runs Loopdesk to check it.',
    since: '2026-02-04T11:42:00.000Z',
    retryAt: null,
  } as const;
  const words = describeSnapshot({ ...fresh, state: 'stale', problem }, NOW, null);
  expect(words.tone).toBe('fail');
  expect(words.sentence).toMatch(/^QuestionPro has refused the API key\..* since 11:42\.$/);
  expect(words.details.join(' ')).toMatch(
    /The list shows all 2,512 tickets read at 11:59\. No more calls are made until someone asks/,
  );
});

test('a failure that mends itself says when it is tried again', () => {
  const problem = {
    kind: 'network',
    message: 'QuestionPro cannot be reached.',
    since: '2026-02-04T11:42:00.000Z',
    retryAt: '2026-02-04T12:01:00.000Z',
  } as const;
  const words = describeSnapshot({ ...fresh, state: 'stale', problem }, NOW, null);
  expect(words.details.join(' ')).toMatch(/Next try at 12:01\./);
});

test('trouble on the way to the server comes before all else, and says which list is shown', () => {
  const sentence = 'Can’t reach Loopdesk.';
  const words = describeSnapshot(fresh, NOW, { sentence, list: 'last' });
  expect(words).toMatchObject({ tone: 'fail', isTrouble: true, sentence });
  expect(words.short).toMatch(/^Snapshot \d\d:\d\d$/);
  expect(words.details).toEqual(['The last list stays', expect.stringMatching(/^Snapshot \d\d:\d\d$/)]);
  expect(describeSnapshot(fresh, NOW, { sentence, list: 'previous' }).details).toContain(
    'This is the previous list: what you have changed is not applied yet',
  );
  expect(describeSnapshot(fresh, NOW, { sentence, list: null }).details).toEqual([]);
});

test('a failure to record is told over data that is well, and beside a failure to read', () => {
  const recording = {
    store: 'embedded',
    since: '2026-01-04T11:00:00.000Z',
    lastAt: '2026-02-04T10:41:00.000Z',
    problem: { message: 'The disk is full.', since: '2026-02-04T10:42:00.000Z' },
    dailyAt: '06:00',
    nextDailyAt: '2026-02-05T06:00:00.000Z',
  } as const;
  expect(describeSnapshot({ ...fresh, recording }, NOW, null)).toMatchObject({
    tone: 'warn',
    isTrouble: true,
    sentence: 'Nothing is being recorded since 10:42: The disk is full.',
    details: ['Lists go on.'],
  });
  expect(
    describeSnapshot({ ...fresh, recording: { ...recording, problem: null } }, NOW, null).isTrouble,
  ).toBe(false);
  const problem = {
    kind: 'network',
    message: 'QuestionPro cannot be reached.',
    since: '2026-02-04T11:42:00.000Z',
    retryAt: null,
  } as const;
  expect(describeSnapshot({ ...fresh, problem, recording }, NOW, null).details).toContain(
    'Nothing is being recorded either.',
  );
});
