import { expect, test, vi } from 'vitest';
import {
  BEFORE,
  DUE,
  eachWithScheduler,
  HOUR,
  SCHEDULE,
  SOURCE,
  until,
} from './testing/each-with-scheduler.ts';

const bench = eachWithScheduler();

test('it is sent at its time, once, and again a week later', async () => {
  bench.start();
  await until(DUE - 1);
  expect(bench.sentAt).toEqual([]);
  await until(DUE + 72 * HOUR);
  expect(bench.sentAt).toEqual(['08:00']);
  expect(await bench.store.load(SOURCE)).toMatchObject({ lastSentAt: DUE, problem: null });
  await until(DUE + 8 * 24 * HOUR);
  expect(bench.sentAt).toEqual(['08:00', '08:00']);
  expect(bench.ends).toEqual(['sent', 'sent']);
});

test('of several processes the one that reads sends it, by a schedule that was changed through another', async () => {
  let reader = 'first';
  await bench.store.save(SOURCE, { ...SCHEDULE, version: 1, enabled: false }, BEFORE);
  const [, second] = [bench.start(() => reader === 'first'), bench.start(() => reader === 'second')];
  await until(DUE - HOUR);
  await bench.store.save(SOURCE, { ...SCHEDULE, version: 2, at: '07:30' }, Date.now());
  second.wake();
  await until(DUE);
  expect(bench.sentAt).toEqual(['07:30']);
  // The next one is another's to send, as the first has ended.
  reader = 'second';
  await until(DUE + 7 * 24 * HOUR);
  expect(bench.sentAt).toEqual(['07:30', '07:30']);
});

test('one that was due while nothing ran is sent within a day, and not later', async () => {
  vi.setSystemTime(DUE + 23 * HOUR);
  bench.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(bench.sentAt).toHaveLength(1);
  await bench.store.save(SOURCE, { ...SCHEDULE, version: 1 }, BEFORE);
  vi.setSystemTime(DUE + (7 * 24 + 25) * HOUR);
  bench.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(bench.sentAt).toHaveLength(1);
});

test('times that were set after their hour hold from the next week on', async () => {
  vi.setSystemTime(DUE + HOUR);
  await bench.store.save(SOURCE, { ...SCHEDULE, version: 1, at: '08:30' }, Date.now());
  bench.start();
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(bench.sentAt).toEqual([]);
});

test('nothing is sent while it is not enabled or nobody is named, and a change wakes it', async () => {
  await bench.store.save(SOURCE, { ...SCHEDULE, version: 1, recipients: [] }, BEFORE);
  const scheduler = bench.start();
  await until(DUE + HOUR);
  expect(bench.sentAt).toEqual([]);
  await bench.store.save(SOURCE, { ...SCHEDULE, version: 2 }, Date.now());
  scheduler.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(bench.sentAt).toEqual(['09:00']);
});

test('two processes send one', async () => {
  bench.start();
  bench.start();
  await until(DUE + 12 * HOUR);
  expect(bench.sentAt).toEqual(['08:00']);
});
