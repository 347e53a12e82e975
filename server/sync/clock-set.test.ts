import { expect, test, vi } from 'vitest';
import { eachWithSync, pass, REFRESH_MS, START, settle, start } from '../test/workspace-sync.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import { MAX_TIMER_MS } from '../upstream/sleep.ts';

const bench = eachWithSync();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAGES = 3;

/** What somebody may do to the machine's clock. */
const SETTINGS = [
  ['an hour back', -HOUR],
  ['over midnight back', -13 * HOUR],
  ['20 days back', -20 * DAY],
  ['60 days back', -60 * DAY],
  ['an hour on', HOUR],
  ['over midnight on', 13 * HOUR],
  ['60 days on', 60 * DAY],
] as const;

/** Sets the machine's clock. No time passes. */
function setClock(by: number): void {
  vi.setSystemTime(Date.now() + by);
}

/** The times that are asked of timers from now on. A spy would be left over the fake timers when they are gone. */
function watchTimers(): { readonly asked: number[] } {
  const asked: number[] = [];
  const { setTimeout } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void, milliseconds = 0) => {
    asked.push(milliseconds);
    return setTimeout(run, milliseconds);
  });
  return { asked };
}

function secondsUntil(instant: string | null): number {
  return (Date.parse(instant ?? '') - Date.now()) / 1000;
}

test.each(SETTINGS)('with the clock set %s, reads go on at their interval', async (_what, by) => {
  const timers = watchTimers();
  // Enough for any hour of the day, so that the interval is the one that was set.
  bench.perDay = 100_000;
  await start(bench);
  await pass(bench, REFRESH_MS / 2, 'watched');
  setClock(by);
  bench.sync.watch();
  await settle();
  expect(bench.upstream.requested).toHaveLength(PAGES);
  expect(secondsUntil(bench.sync.status().nextRefreshAt)).toBeCloseTo(30, 0);
  await pass(bench, REFRESH_MS / 2, 'watched');
  expect(bench.upstream.requested).toHaveLength(2 * PAGES);
  setClock(-by);
  await pass(bench, 10 * REFRESH_MS, 'watched');
  expect(bench.upstream.requested).toHaveLength(12 * PAGES);
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  for (const milliseconds of timers.asked) {
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(milliseconds).toBeLessThanOrEqual(MAX_TIMER_MS);
  }
});

test.each(SETTINGS)('with the clock set %s, data are told as old as they are', async (_what, by) => {
  await start(bench);
  await pass(bench, 40_000);
  setClock(by);
  const newest = bench.sync.newest();
  if (newest === null) throw new Error('There is a snapshot.');
  expect(newest.takenAt).toBe(START);
  expect(bench.sync.takenAt(newest)).toBe(START + by);
  setClock(-by);
  expect(bench.sync.takenAt(newest)).toBe(START);
});

test.each(SETTINGS)(
  'with the clock set %s, nobody who watched before watches for ever',
  async (_what, by) => {
    await start(bench);
    bench.sync.watch();
    setClock(by);
    await pass(bench, 10 * REFRESH_MS);
    expect(bench.upstream.requested.length).toBeLessThanOrEqual(3 * PAGES);
    expect(bench.sync.status().nextRefreshAt).toBeNull();
  },
);

test.each(SETTINGS)(
  'with the clock set %s, trouble is tried again when it was said to be',
  async (_what, by) => {
    await start(bench);
    bench.upstream.fault = () => new UpstreamFailure('rate-limited', { retryAfterMs: 40_000 });
    await pass(bench, REFRESH_MS, 'watched');
    expect(bench.sync.status().problem?.kind).toBe('rate-limited');
    bench.upstream.fault = () => null;
    setClock(by);
    bench.sync.watch();
    const { problem } = bench.sync.status();
    expect(secondsUntil(problem?.retryAt ?? null)).toBeCloseTo(40, 0);
    expect(secondsUntil(problem?.since ?? null)).toBeCloseTo(0, 0);
    await pass(bench, 30_000, 'watched');
    expect(bench.sync.status().state).toBe('stale');
    await pass(bench, 10_000, 'watched');
    expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  },
);

test.each(SETTINGS)('with the clock set %s, snapshots are numbered on', async (_what, by) => {
  await start(bench);
  const numbers = [bench.sync.newest()?.number ?? 0];
  for (const set of [by, -by, by]) {
    setClock(set);
    bench.sync.refresh();
    await settle();
    numbers.push(bench.sync.newest()?.number ?? 0);
  }
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(4);
});

test('what waits for midnight waits for the one of the clock as it was set', async () => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('licence-used-up');
  setClock(11 * HOUR);
  await pass(bench, REFRESH_MS, 'watched');
  expect(bench.sync.status().problem?.retryAt).toBe('2026-02-05T00:00:00.000Z');
  bench.upstream.fault = () => null;
  await pass(bench, HOUR, 'watched');
  expect(bench.sync.status().state).toBe('fresh');
});

test('a wait that no timer can hold is waited for in parts', async () => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('timeout', { retryAfterMs: 10 ** 12 });
  bench.sync.refresh();
  await settle();
  const timers = watchTimers();
  bench.sync.watch();
  expect(timers.asked).toEqual([MAX_TIMER_MS]);
});
