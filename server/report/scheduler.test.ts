import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReportSchedule } from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import { createMemoryReportStore } from '../store/memory-report-store.ts';
import { createScheduler, type ReportEnd, type Scheduler } from './scheduler.ts';
import type { Mail, MailOutcome } from './send-mail.ts';
import type { ReportStore } from './stored.ts';

const SOURCE = { baseUrl: 'https://api.example.com', workspace: '42' };
const SCHEDULE: ReportSchedule = {
  version: 0,
  recipients: ['ann@example.com'],
  weekday: 'monday',
  at: '08:00',
  zone: 'UTC',
  enabled: true,
};
/** A Sunday. */
const BEFORE = Date.parse('2026-11-22T20:00:00Z');
const DUE = Date.parse('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
const REFUSED: MailOutcome = { kind: 'failed', reason: 'Refused.' };

let store: ReportStore;
let mail: Mail | null;
let outcomes: MailOutcome[];
let sentAt: string[];
let ends: ReportEnd[];
let schedulers: Scheduler[];

beforeEach(async () => {
  vi.useFakeTimers({ now: BEFORE });
  store = createMemoryReportStore();
  await store.save(SOURCE, SCHEDULE, BEFORE);
  mail = { subject: 's', text: 't', html: 'h' };
  outcomes = [];
  sentAt = [];
  ends = [];
  schedulers = [];
});

afterEach(async () => {
  await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
  vi.useRealTimers();
});

/** A process that begins now; one of several where it says whether it sends. */
function start(isSender?: () => boolean): Scheduler {
  const scheduler = createScheduler({
    source: SOURCE,
    store,
    compose: () => mail,
    async send() {
      sentAt.push(new Date().toISOString().slice(11, 16));
      return outcomes.shift() ?? { kind: 'sent', refused: 0 };
    },
    logger: pino({ level: 'silent' }),
    now: Date.now,
    onEnd: (end) => ends.push(end),
    isSender,
  });
  schedulers.push(scheduler);
  scheduler.wake();
  return scheduler;
}

const until = (instant: number) => vi.advanceTimersByTimeAsync(instant - Date.now());

test('it is sent at its time, once, and again a week later', async () => {
  start();
  await until(DUE - 1);
  expect(sentAt).toEqual([]);
  await until(DUE + 72 * HOUR);
  expect(sentAt).toEqual(['08:00']);
  expect(await store.load(SOURCE)).toMatchObject({ lastSentAt: DUE, problem: null });
  await until(DUE + 8 * 24 * HOUR);
  expect(sentAt).toEqual(['08:00', '08:00']);
  expect(ends).toEqual(['sent', 'sent']);
});

test('of several processes the one that reads sends it, by a schedule that was changed through another', async () => {
  let reader = 'first';
  await store.save(SOURCE, { ...SCHEDULE, version: 1, enabled: false }, BEFORE);
  const [, second] = [start(() => reader === 'first'), start(() => reader === 'second')];
  await until(DUE - HOUR);
  await store.save(SOURCE, { ...SCHEDULE, version: 2, at: '07:30' }, Date.now());
  second.wake();
  await until(DUE);
  expect(sentAt).toEqual(['07:30']);
  // The next one is another's to send, as the first has ended.
  reader = 'second';
  await until(DUE + 7 * 24 * HOUR);
  expect(sentAt).toEqual(['07:30', '07:30']);
});

test('one that was due while nothing ran is sent within a day, and not later', async () => {
  vi.setSystemTime(DUE + 23 * HOUR);
  start();
  await vi.advanceTimersByTimeAsync(0);
  expect(sentAt).toHaveLength(1);
  await store.save(SOURCE, { ...SCHEDULE, version: 1 }, BEFORE);
  vi.setSystemTime(DUE + (7 * 24 + 25) * HOUR);
  start();
  await vi.advanceTimersByTimeAsync(0);
  expect(sentAt).toHaveLength(1);
});

test('times that were set after their hour hold from the next week on', async () => {
  vi.setSystemTime(DUE + HOUR);
  await store.save(SOURCE, { ...SCHEDULE, version: 1, at: '08:30' }, Date.now());
  start();
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(sentAt).toEqual([]);
});

test('nothing is sent while it is not enabled or nobody is named, and a change wakes it', async () => {
  await store.save(SOURCE, { ...SCHEDULE, version: 1, recipients: [] }, BEFORE);
  const scheduler = start();
  await until(DUE + HOUR);
  expect(sentAt).toEqual([]);
  await store.save(SOURCE, { ...SCHEDULE, version: 2 }, Date.now());
  scheduler.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(sentAt).toEqual(['09:00']);
});

test('a failure is told and tried again with growing pauses, for six hours', async () => {
  outcomes = Array.from({ length: 20 }, () => REFUSED);
  start();
  await until(DUE + 10_000);
  expect(await store.load(SOURCE)).toMatchObject({
    problem: 'Refused. It is tried again.',
    lastSentAt: null,
  });
  await until(DUE + 23 * HOUR);
  expect(sentAt.slice(0, 7)).toEqual(['08:00', '08:01', '08:03', '08:07', '08:15', '08:31', '09:03']);
  expect(sentAt.at(-1)).toBe('14:03');
  expect(await store.load(SOURCE)).toMatchObject({ problem: 'Refused. It was given up after six hours.' });
  expect(ends.filter((end) => end === 'given-up')).toHaveLength(1);
});

test('a failure that is over is forgotten', async () => {
  outcomes = [REFUSED];
  start();
  await until(DUE + HOUR);
  expect(sentAt).toEqual(['08:00', '08:01']);
  expect(await store.load(SOURCE)).toMatchObject({ problem: null });
});

test('one that may have arrived is not sent again, and that is told', async () => {
  outcomes = [{ kind: 'unknown', reason: 'The connection broke.' }];
  start();
  await until(DUE + 12 * HOUR);
  expect(sentAt).toEqual(['08:00']);
  expect(await store.load(SOURCE)).toMatchObject({ problem: expect.stringContaining('is not known') });
});

test('a process that ended while it sent leaves one that is not sent again', async () => {
  expect(await store.begin(SOURCE, 1, DUE, 'not known')).toBe(true);
  vi.setSystemTime(DUE + HOUR);
  start();
  await vi.advanceTimersByTimeAsync(6 * HOUR);
  expect(sentAt).toEqual([]);
  expect(await store.load(SOURCE)).toMatchObject({ problem: 'not known' });
});

test('two processes send one', async () => {
  start();
  start();
  await until(DUE + 12 * HOUR);
  expect(sentAt).toEqual(['08:00']);
});

test('who was refused is told, and the others are not sent it again', async () => {
  outcomes = [{ kind: 'sent', refused: 1 }];
  start();
  await until(DUE + 12 * HOUR);
  expect(sentAt).toEqual(['08:00']);
  expect(await store.load(SOURCE)).toMatchObject({
    lastSentAt: DUE,
    problem: 'The mail server refused one of the recipients.',
  });
});

test('before the tickets are read it waits, and says so', async () => {
  const written = mail;
  mail = null;
  start();
  await until(DUE + 30_000);
  expect(await store.load(SOURCE)).toMatchObject({
    begun: null,
    problem: expect.stringContaining('not been read'),
  });
  mail = written;
  await until(DUE + 90_000);
  expect(sentAt).toEqual(['08:01']);
});

test('a store that fails is asked again', async () => {
  const load = vi.spyOn(store, 'load').mockRejectedValue(new StoreError('away', 'The database is away.'));
  start();
  await until(DUE + 10_000);
  load.mockRestore();
  await until(DUE + 2 * HOUR);
  expect(sentAt).toEqual(['08:01']);
});
