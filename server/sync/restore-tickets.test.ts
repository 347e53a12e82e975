import { expect, test, vi } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import { tickets } from '../test/tickets.ts';
import { eachWithSync, pass, REFRESH_MS, START, settle, shown } from '../test/workspace-sync.ts';
import { createClock } from '../upstream/clock.ts';
import { buildBetweenEvents } from './publisher.ts';
import { restoreTickets } from './restore-tickets.ts';

const SECOND = 1_000;
const bench = eachWithSync();

/** Chunks that come when they are told to. */
function chunksOf(...chunks: readonly Ticket[][]) {
  const open: (() => void)[] = [];
  const gates = chunks.map(() => new Promise<void>((resolve) => open.push(resolve)));
  async function* come(): AsyncIterable<readonly Ticket[]> {
    for (const [index, chunk] of chunks.entries()) {
      await gates[index];
      yield chunk;
    }
  }
  const send = async (count: number) => {
    for (const resolve of open.slice(0, count)) resolve();
    await settle();
  };
  return { come, send };
}

function readOf(ageMs: number, total = 25) {
  return { number: 77, takenAt: START - ageMs, whole: true, total };
}

function restore(read: ReturnType<typeof readOf>, chunks: AsyncIterable<readonly Ticket[]>): Promise<void> {
  const restored = bench.sync.restore(read, chunks);
  bench.sync.start(restored);
  return restored;
}

test('young tickets of the process before are the first snapshot, and cost no call', async () => {
  const { come, send } = chunksOf(tickets(1, 25));
  restore(readOf(30 * SECOND), come());
  await send(1);
  expect(bench.sync.newest()).toMatchObject({ number: 77, whole: true, takenAt: START - 30 * SECOND });
  expect(bench.sync.status().state).toBe('fresh');
  expect(bench.upstream.requested).toEqual([]);
  await pass(bench, REFRESH_MS, 'watched');
  expect(bench.outcomes).toEqual(['whole']);
  expect(bench.sync.at(77)).not.toBeNull();
});

test('old ones are shown while all is read again', async () => {
  const { come, send } = chunksOf(tickets(1, 20));
  restore(readOf(3_600 * SECOND, 20), come());
  let release = () => {};
  bench.upstream.gate = () => new Promise((resolve) => (release = resolve));
  await send(1);
  expect(shown(bench)).toHaveLength(20);
  expect(bench.sync.status().state).toBe('refreshing');
  bench.upstream.gate = async () => {};
  release();
  await settle();
  expect(shown(bench)).toHaveLength(25);
});

test('the first of many is shown at once, and the whole under its own number and a new one', async () => {
  const { come, send } = chunksOf(tickets(16, 25), tickets(6, 15), tickets(1, 5));
  restore(readOf(SECOND), come());
  await send(1);
  expect(bench.sync.newest()).toMatchObject({ number: START, whole: false });
  expect(shown(bench)).toHaveLength(10);
  bench.sync.watch();
  expect(bench.sync.status().nextRefreshAt).toBeNull();
  expect(bench.sync.isRestoring()).toBe(true);
  await send(3);
  expect(bench.sync.newest()).toMatchObject({ number: START + 1, whole: true });
  expect(bench.sync.at(77)?.tickets).toEqual(bench.sync.newest()?.tickets);
  expect(bench.sync.isRestoring()).toBe(false);
  expect(bench.upstream.requested).toEqual([]);
  expect(Date.parse(bench.sync.status().nextRefreshAt ?? '')).toBeGreaterThan(Date.now());
});

test('what comes later than fifteen seconds is not waited for, and does not replace what was read meanwhile', async () => {
  const { come, send } = chunksOf(tickets(1, 3));
  restore(readOf(SECOND), come());
  await vi.advanceTimersByTimeAsync(14_999);
  await settle();
  expect(bench.upstream.requested).toEqual([]);
  bench.sync.watch();
  expect(bench.sync.status()).toMatchObject({ state: 'loading', nextRefreshAt: null });
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(bench.outcomes).toEqual(['whole']);
  await send(1);
  expect(shown(bench)).toHaveLength(25);
  expect(bench.sync.at(77)).toBeNull();
});

test('it is still shown when nothing could be read meanwhile', async () => {
  const { come, send } = chunksOf(tickets(1, 3));
  restore(readOf(SECOND, 3), come());
  bench.upstream.fault = () => new TypeError('no network');
  await vi.advanceTimersByTimeAsync(15_000);
  await settle();
  await send(1);
  expect(shown(bench)).toHaveLength(3);
  expect(bench.sync.status().state).toBe('stale');
});

test('tickets of a clock that was ahead are of now', async () => {
  const { come, send } = chunksOf(tickets(1, 25));
  restore(readOf(-3_600 * SECOND), come());
  await send(1);
  expect(bench.sync.newest()?.takenAt).toBe(START);
});

test('a restart makes tickets no younger, not by a millisecond', async () => {
  // Time goes on between any two looks at the clock.
  let moment = 0;
  const clock = createClock({ monotonic: () => moment++, withSleep: null, wall: () => START });
  const archive = createMemoryArchive(START);
  const { come, send } = chunksOf(tickets(1, 25));
  const restored = restoreTickets(readOf(30 * SECOND), come(), { archive, clock, build: buildBetweenEvents });
  await send(1);
  await restored;
  expect(archive.newest()?.takenAt).toBe(START - 30 * SECOND);
});
