import { expect, test, vi } from 'vitest';
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

const bench = eachWithSync();

test('nothing is asked before the start, and then everything is read at once, watched or not', async () => {
  await pass(bench, 60_000);
  expect(bench.upstream.requested).toEqual([]);
  expect(bench.sync.status().state).toBe('loading');
  await start(bench);
  expect(bench.upstream.requested).toEqual([1, 2, 3]);
  expect(bench.sync.newest()).toMatchObject({ whole: true, total: 25, takenAt: START + 60_000 });
  expect(bench.sync.status()).toMatchObject({
    state: 'fresh',
    problem: null,
    progress: null,
    nextRefreshAt: null,
  });
});

test('the first page can be seen while the others are still on their way, with the progress', async () => {
  const open = holdFrom(bench, 2);
  await start(bench);
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 25 });
  expect(shown(bench)).toHaveLength(10);
  expect(bench.sync.status()).toMatchObject({ state: 'loading', progress: { loaded: 10, total: 25 } });
  await open();
  expect(bench.sync.newest()?.whole).toBe(true);
});

test('a long first read is shown a bounded number of times as it grows', async () => {
  bench.upstream.list = tickets(1, 1000);
  const numbers = new Set<number>();
  bench.upstream.gate = async () => {
    await settle();
    const newest = bench.sync.newest();
    if (newest !== null) numbers.add(newest.number);
  };
  bench.sync.start();
  while (bench.sync.status().state === 'loading') await settle();
  expect(bench.sync.newest()).toMatchObject({ whole: true, total: 1000 });
  expect(numbers.size).toBeGreaterThan(5);
  expect(numbers.size).toBeLessThan(30);
});

test('nobody watching means no calls', async () => {
  await start(bench);
  await pass(bench, 3_600_000);
  expect(bench.upstream.requested).toEqual([1, 2, 3]);
});

test('a watched workspace is read again whenever its data reach the set age', async () => {
  await start(bench);
  bench.sync.watch();
  expect(bench.sync.status().nextRefreshAt).toBe(new Date(START + REFRESH_MS).toISOString());
  await pass(bench, REFRESH_MS - 10_000, 'watched');
  expect(bench.upstream.requested).toHaveLength(3);
  await pass(bench, 10_000, 'watched');
  expect(bench.upstream.requested).toHaveLength(6);
  await pass(bench, 3 * REFRESH_MS, 'watched');
  expect(bench.upstream.requested).toHaveLength(15);
});

test('two minutes after the last look the calls stop; the next look finds old data and reads at once', async () => {
  await start(bench);
  bench.sync.watch();
  await pass(bench, 600_000);
  expect(bench.upstream.requested).toHaveLength(9);
  expect(bench.sync.status().nextRefreshAt).toBeNull();
  bench.sync.watch();
  await settle();
  expect(bench.upstream.requested).toHaveLength(12);
});

test('a hundred looks cost what one does', async () => {
  await start(bench);
  await pass(bench, 300_000);
  for (let look = 0; look < 100; look++) bench.sync.watch();
  for (let look = 0; look < 100; look++) bench.sync.refresh();
  await settle();
  expect(bench.upstream.requested).toHaveLength(6);
});

test('a refresh shows nothing partial, and then all of it at once under a higher number', async () => {
  await start(bench);
  const before = bench.sync.newest();
  bench.upstream.list = tickets(1, 100);
  const open = holdFrom(bench, 7);
  bench.sync.refresh();
  await settle();
  expect(bench.sync.newest()).toBe(before);
  expect(bench.sync.status()).toMatchObject({ state: 'refreshing', progress: null });
  await open();
  expect(shown(bench)).toHaveLength(100);
  expect(bench.sync.newest()?.number).toBeGreaterThan(before?.number ?? 0);
  expect(bench.sync.at(before?.number ?? 0)).toBe(before);
});

test('an unchanged ticket stays the same object from snapshot to snapshot', async () => {
  await start(bench);
  const before = bench.sync.newest()?.tickets ?? [];
  bench.upstream.list = bench.upstream.list.map((one) =>
    one.id === 7 ? ticket(7, { status: 'RESOLVED' }) : one,
  );
  bench.sync.refresh();
  await settle();
  const after = bench.sync.newest()?.tickets ?? [];
  expect(after.filter((one, index) => one !== before[index]).map((one) => one.id)).toEqual([7]);
});

test('a ticket that a whole read no longer has is gone', async () => {
  await start(bench);
  bench.upstream.list = bench.upstream.list.filter((one) => one.id !== 3);
  bench.sync.refresh();
  await settle();
  expect(shown(bench)).not.toContain(3);
  expect(bench.sync.newest()).toMatchObject({ whole: true, total: 24 });
});

test('a ticket that a read without all records does not have stays, and the snapshot is not whole', async () => {
  await start(bench);
  const list = bench.upstream.list.filter((one) => one.id !== 3);
  bench.upstream.list = Object.assign([...list], { length: 25 });
  vi.spyOn(bench.upstream.list, 'slice').mockImplementation((from, to) => list.slice(from, to));
  bench.sync.refresh();
  await settle();
  expect(shown(bench)).toContain(3);
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 25 });
  expect(bench.sync.status().state).toBe('fresh');
});

test('after a stop there are no more calls, and those under way are cancelled', async () => {
  const open = holdFrom(bench, 2);
  await start(bench);
  const stopped = bench.sync.stop();
  await open();
  await stopped;
  const before = bench.upstream.requested.length;
  // What was on its way came, and is not taken.
  expect(bench.sync.newest()).toMatchObject({ whole: false });
  expect(shown(bench)).toHaveLength(10);
  bench.sync.refresh();
  await pass(bench, 300_000, 'watched');
  expect(bench.upstream.requested).toHaveLength(before);
  expect(bench.sync.status().problem).toBeNull();
});
