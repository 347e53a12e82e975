import { expect, test, vi } from 'vitest';
import { StoreError } from '../history/stored.ts';
import type { MailOutcome } from './send-mail.ts';
import { DUE, eachWithScheduler, HOUR, SOURCE, until } from './testing/each-with-scheduler.ts';

const REFUSED: MailOutcome = { kind: 'failed', reason: 'Refused.' };

const bench = eachWithScheduler();

test('a failure is told and tried again with growing pauses, for six hours', async () => {
  bench.outcomes = Array.from({ length: 20 }, () => REFUSED);
  bench.start();
  await until(DUE + 10_000);
  expect(await bench.store.load(SOURCE)).toMatchObject({
    problem: 'Refused. It is tried again.',
    lastSentAt: null,
  });
  await until(DUE + 23 * HOUR);
  expect(bench.sentAt.slice(0, 7)).toEqual(['08:00', '08:01', '08:03', '08:07', '08:15', '08:31', '09:03']);
  expect(bench.sentAt.at(-1)).toBe('14:03');
  expect(await bench.store.load(SOURCE)).toMatchObject({
    problem: 'Refused. It was given up after six hours.',
  });
  expect(bench.ends.filter((end) => end === 'given-up')).toHaveLength(1);
});

test('a failure that is over is forgotten', async () => {
  bench.outcomes = [REFUSED];
  bench.start();
  await until(DUE + HOUR);
  expect(bench.sentAt).toEqual(['08:00', '08:01']);
  expect(await bench.store.load(SOURCE)).toMatchObject({ problem: null });
});

test('one that may have arrived is not sent again, and that is told', async () => {
  bench.outcomes = [{ kind: 'unknown', reason: 'The connection broke.' }];
  bench.start();
  await until(DUE + 12 * HOUR);
  expect(bench.sentAt).toEqual(['08:00']);
  expect(await bench.store.load(SOURCE)).toMatchObject({ problem: expect.stringContaining('is not known') });
});

test('a process that ended while it sent leaves one that is not sent again', async () => {
  expect(await bench.store.begin(SOURCE, 1, DUE, 'not known')).toBe(true);
  vi.setSystemTime(DUE + HOUR);
  bench.start();
  await vi.advanceTimersByTimeAsync(6 * HOUR);
  expect(bench.sentAt).toEqual([]);
  expect(await bench.store.load(SOURCE)).toMatchObject({ problem: 'not known' });
});

test('who was refused is told, and the others are not sent it again', async () => {
  bench.outcomes = [{ kind: 'sent', refused: 1 }];
  bench.start();
  await until(DUE + 12 * HOUR);
  expect(bench.sentAt).toEqual(['08:00']);
  expect(await bench.store.load(SOURCE)).toMatchObject({
    lastSentAt: DUE,
    problem: 'The mail server refused one of the recipients.',
  });
});

test('before the tickets are read it waits, and says so', async () => {
  const written = bench.mail;
  bench.mail = null;
  bench.start();
  await until(DUE + 30_000);
  expect(await bench.store.load(SOURCE)).toMatchObject({
    begun: null,
    problem: expect.stringContaining('not been read'),
  });
  bench.mail = written;
  await until(DUE + 90_000);
  expect(bench.sentAt).toEqual(['08:01']);
});

test('a store that fails is asked again', async () => {
  const load = vi
    .spyOn(bench.store, 'load')
    .mockRejectedValue(new StoreError('away', 'The database is away.'));
  bench.start();
  await until(DUE + 10_000);
  load.mockRestore();
  await until(DUE + 2 * HOUR);
  expect(bench.sentAt).toEqual(['08:01']);
});
