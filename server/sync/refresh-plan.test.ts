import { expect, test } from 'vitest';
import { ticket, tickets } from '../test/tickets.ts';
import {
  eachWithSync,
  holdFrom,
  pass,
  REFRESH_MS,
  START,
  settle,
  shown,
  start,
} from '../test/workspace-sync.ts';
import { UpstreamFailure } from '../upstream/failure.ts';

const bench = eachWithSync();

/** 25 tickets are 3 calls a read; with so few a day, reads are rare and checks come in between. */
const FEW_CALLS = 200;

test('with calls enough the interval is the one that was set, and so it is told', async () => {
  await start(bench);
  expect(bench.sync.status().refresh).toEqual({
    price: 3,
    everySeconds: REFRESH_MS / 1000,
    reason: 'configured',
    seenWithinSeconds: REFRESH_MS / 1000,
  });
});

test('with few calls reads are rare, and the interval and its reason are told and kept', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  const { refresh } = bench.sync.status();
  expect(refresh).toMatchObject({ price: 3, reason: 'budget' });
  expect(refresh.everySeconds).toBeGreaterThan(5 * 60);
  await pass(bench, refresh.everySeconds * 1000 + 20_000, 'watched');
  const reads = bench.upstream.requested.filter((page) => page === 3);
  expect(reads).toHaveLength(2);
  expect(bench.upstream.requested.length).toBeGreaterThan(6);
});

test('a day of watching spends the calls of the day and no more', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  for (let hour = 0; hour < 11; hour++) await pass(bench, 3_600_000, 'watched');
  expect(bench.upstream.requested.length).toBeLessThanOrEqual(FEW_CALLS * 0.95);
  expect(bench.upstream.requested.length).toBeGreaterThan(FEW_CALLS * 0.7);
});

test('a check shows what has changed on the first page, under the age of the last read', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  bench.upstream.list = [ticket(26), ...bench.upstream.list];
  await pass(bench, 6 * 60_000, 'watched');
  expect(bench.upstream.requested.filter((page) => page !== 1)).toEqual([2, 3]);
  expect(shown(bench)).toContain(26);
  expect(bench.sync.newest()).toMatchObject({ whole: true, total: 26, takenAt: START });
  expect(bench.sync.status().state).toBe('fresh');
});

test('a check that finds more tickets than it can show says that not all are there, until the next read', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  bench.upstream.list = tickets(1, 30);
  await pass(bench, 6 * 60_000, 'watched');
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 30 });
  expect(shown(bench)).toHaveLength(25);
  await pass(bench, bench.sync.status().refresh.everySeconds * 1000, 'watched');
  expect(bench.sync.newest()).toMatchObject({ whole: true, total: 30 });
});

test('a check that finds nothing new makes no new snapshot', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  const before = bench.sync.newest();
  await pass(bench, 6 * 60_000, 'watched');
  expect(bench.upstream.requested.length).toBeGreaterThan(3);
  expect(bench.sync.newest()).toBe(before);
});

test('a check that fails is a failure, and the next one that does not ends it', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('timeout');
  await pass(bench, 6 * 60_000, 'watched');
  expect(bench.sync.status()).toMatchObject({ state: 'stale', problem: { kind: 'timeout' } });
  bench.upstream.fault = () => null;
  await pass(bench, 5 * 60_000, 'watched');
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  expect(bench.upstream.requested.filter((page) => page === 3)).toHaveLength(1);
});

test('a refresh that is asked for during a check is not lost', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  const open = holdFrom(bench, 1);
  await pass(bench, 6 * 60_000, 'watched');
  expect(bench.upstream.requested).toEqual([1, 2, 3, 1]);
  bench.sync.refresh();
  await open();
  expect(bench.upstream.requested).toEqual([1, 2, 3, 1, 1, 2, 3]);
});

test('a refresh on demand that the calls left do not last for checks the first page', async () => {
  bench.perDay = 5;
  await start(bench);
  bench.sync.refresh();
  await settle();
  expect(bench.upstream.requested).toEqual([1, 2, 3, 1]);
});

test('when no call is left none is made, and the problem says so until midnight', async () => {
  bench.perDay = 3;
  await start(bench);
  bench.sync.refresh();
  await settle();
  await pass(bench, 600_000, 'watched');
  expect(bench.upstream.requested).toEqual([1, 2, 3]);
  expect(bench.sync.status()).toMatchObject({
    state: 'stale',
    problem: { kind: 'budget-used-up', retryAt: '2026-02-05T00:00:00.000Z' },
    nextRefreshAt: '2026-02-05T00:00:00.000Z',
  });
});

test('who watches when no call is left is told, without asking', async () => {
  bench.perDay = 3;
  await start(bench);
  await pass(bench, REFRESH_MS + 10_000, 'watched');
  expect(bench.upstream.requested).toEqual([1, 2, 3]);
  expect(bench.sync.status().problem?.kind).toBe('budget-used-up');
});

test('a hundred watchers cost what one does, also when calls are few', async () => {
  bench.perDay = FEW_CALLS;
  await start(bench);
  for (let minute = 0; minute < 20; minute++) {
    for (let watcher = 0; watcher < 100; watcher++) bench.sync.watch();
    await pass(bench, 60_000, 'watched');
  }
  const reads = bench.upstream.requested.filter((page) => page === 3).length;
  const checks = bench.upstream.requested.length - 3 * reads;
  expect(reads).toBeLessThanOrEqual(3);
  expect(checks).toBeLessThanOrEqual(10);
});
