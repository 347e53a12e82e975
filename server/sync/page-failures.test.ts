import { expect, test } from 'vitest';
import { ticket, tickets } from '../test/tickets.ts';
import { eachWithSync, pass, REFRESH_MS, settle, shown, start } from '../test/workspace-sync.ts';
import { UpstreamFailure } from '../upstream/failure.ts';

const bench = eachWithSync();

const OF_A_PAGE = ['server-error', 'timeout', 'network', 'unreadable'] as const;

test.each(OF_A_PAGE)('%s on one page does not stop the others, and loses no ticket', async (kind) => {
  bench.upstream.list = tickets(1, 50);
  await start(bench);
  bench.upstream.list = [ticket(1, { status: 'RESOLVED' }), ...tickets(2, 49)];
  bench.upstream.fault = (page) => (page === 3 ? new UpstreamFailure(kind) : null);
  bench.sync.refresh();
  await settle();
  expect(bench.upstream.requested.slice(5).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 49 });
  // Neither those of the failed page leave, nor one that might be on it.
  expect(shown(bench)).toEqual(tickets(1, 50).map(({ id }) => id));
  expect(bench.sync.newest()?.tickets[0]?.status).toBe('RESOLVED');
  const { state, problem } = bench.sync.status();
  expect({ state, kind: problem?.kind }).toEqual({ state: 'stale', kind });
  expect(problem?.message).toMatch(/^One page of tickets could not be read/);
  bench.upstream.fault = () => null;
  bench.sync.refresh();
  await settle();
  expect(bench.sync.newest()).toMatchObject({ whole: true, total: 49 });
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
});

test('a first read without one of its pages shows all others', async () => {
  bench.upstream.list = tickets(1, 50);
  bench.upstream.fault = (page) => (page === 1 ? new UpstreamFailure('server-error') : null);
  await start(bench);
  expect(shown(bench)).toEqual(tickets(11, 50).map(({ id }) => id));
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 50 });
  expect(bench.sync.status()).toMatchObject({ state: 'stale', problem: { kind: 'server-error' } });
});

test('a page that keeps failing costs no more reads than there are anyway', async () => {
  bench.upstream.fault = (page) => (page === 2 ? new UpstreamFailure('server-error') : null);
  await start(bench);
  bench.sync.watch();
  await pass(bench, 10 * REFRESH_MS, 'watched');
  expect(bench.outcomes.length).toBeLessThanOrEqual(11);
  expect(bench.outcomes.length).toBeGreaterThan(3);
});

test('several pages in a row that fail are the upstream’s trouble, and the others are not asked for', async () => {
  bench.upstream.list = tickets(1, 200);
  await start(bench);
  bench.upstream.requested.length = 0;
  bench.upstream.fault = (page) => (page > 1 ? new UpstreamFailure('server-error') : null);
  bench.sync.refresh();
  await settle();
  expect(bench.upstream.requested.length).toBeLessThanOrEqual(5);
  expect(shown(bench)).toHaveLength(200);
  expect(bench.sync.newest()?.whole).toBe(true);
});
