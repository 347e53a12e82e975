import { expect, test } from 'vitest';
import { tickets } from '../test/tickets.ts';
import { eachWithSync, pass, REFRESH_MS, settle, shown, start } from '../test/workspace-sync.ts';

const bench = eachWithSync();
const all = tickets(1, 41);
const IDS = all.map(({ id }) => id);

/** 41 tickets on pages of 10, read once. */
async function startWithTickets(): Promise<void> {
  bench.upstream.list = all;
  await start(bench);
  expect(shown(bench)).toEqual(IDS);
}

async function refresh(): Promise<void> {
  bench.sync.refresh();
  await settle();
}

test.each([
  ['empty', 0],
  ['of one page', 10],
  ['of less than half', 20],
])('one list that is %s loses nothing: what was there stays, and says why', async (_what, left) => {
  await startWithTickets();
  const before = bench.sync.newest();
  bench.upstream.list = tickets(1, left);
  await refresh();
  expect(bench.sync.newest()).toBe(before);
  const { state, problem } = bench.sync.status();
  expect(state).toBe('stale');
  expect(problem).toMatchObject({ kind: 'unreadable', retryAt: '2026-02-04T12:00:05.000Z' });
  expect(problem?.message).toMatch(/far fewer tickets than before/);
  bench.upstream.list = all;
  await pass(bench, 10_000, 'watched');
  expect(shown(bench)).toEqual(IDS);
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
});

test.each([0, 10, 20])(
  'when the list is read again and still has %i tickets, it is believed',
  async (left) => {
    await startWithTickets();
    bench.upstream.list = tickets(1, left);
    await refresh();
    await pass(bench, 10_000, 'watched');
    expect(shown(bench)).toHaveLength(left);
    expect(bench.sync.newest()).toMatchObject({ whole: true, total: left });
    expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  },
);

test('who asks for it has it read again at once', async () => {
  await startWithTickets();
  bench.upstream.list = [];
  await refresh();
  await refresh();
  expect(shown(bench)).toEqual([]);
});

test('each loss is questioned anew once the list was there again', async () => {
  await startWithTickets();
  for (let time = 0; time < 3; time++) {
    bench.upstream.list = [];
    await refresh();
    expect(shown(bench)).toEqual(IDS);
    bench.upstream.list = all;
    await refresh();
    expect(bench.sync.status().state).toBe('fresh');
  }
});

test('a list of which half is left is believed at once, and so is one that was always empty', async () => {
  await startWithTickets();
  bench.upstream.list = tickets(1, 21);
  await refresh();
  expect(shown(bench)).toHaveLength(21);
  bench.upstream.list = [];
  await refresh();
  await refresh();
  const { length } = bench.upstream.requested;
  await refresh();
  expect(bench.upstream.requested).toHaveLength(length + 1);
  expect(bench.sync.status().state).toBe('fresh');
});

test('a list of as many tickets, but others, is a loss too', async () => {
  await startWithTickets();
  bench.upstream.list = tickets(101, 141);
  await refresh();
  expect(shown(bench)).toEqual(IDS);
  expect(bench.sync.status().state).toBe('stale');
});

test('a last ticket that leaves is questioned, and believed', async () => {
  bench.upstream.list = tickets(1, 1);
  await start(bench);
  bench.upstream.list = [];
  await refresh();
  expect(shown(bench)).toEqual([1]);
  await refresh();
  expect(shown(bench)).toEqual([]);
});

test('the second read keeps to the plan: no call is made that the day has not', async () => {
  await startWithTickets();
  bench.upstream.list = [];
  bench.perDay = bench.upstream.requested.length + 1;
  await refresh();
  await pass(bench, REFRESH_MS, 'watched');
  expect(bench.upstream.requested.length).toBeLessThanOrEqual(bench.perDay);
  expect(shown(bench)).toEqual(IDS);
});

/** 41 tickets are 5 calls a read; with so few a day, checks come in between. */
const FEW_CALLS = 200;

test('a check that finds far fewer changes nothing until another one does too', async () => {
  bench.perDay = FEW_CALLS;
  await startWithTickets();
  const before = bench.sync.newest();
  bench.upstream.list = [];
  while (bench.upstream.requested.length === 5) await pass(bench, 10_000, 'watched');
  expect(bench.sync.newest()).toBe(before);
  expect(bench.sync.status().problem?.message).toMatch(/far fewer tickets than before/);
  await pass(bench, 10_000, 'watched');
  expect(bench.upstream.requested.slice(5)).toEqual([1, 1]);
  expect(shown(bench)).toEqual(IDS);
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 0 });
});

test('a check that finds all again ends the suspicion', async () => {
  bench.perDay = FEW_CALLS;
  await startWithTickets();
  const before = bench.sync.newest();
  bench.upstream.list = [];
  while (bench.upstream.requested.length === 5) await pass(bench, 10_000, 'watched');
  bench.upstream.list = all;
  await pass(bench, 10_000, 'watched');
  expect(bench.sync.newest()).toBe(before);
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
});
