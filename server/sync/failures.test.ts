import { expect, test, vi } from 'vitest';
import { tickets } from '../test/tickets.ts';
import { eachWithSync, holdFrom, pass, REFRESH_MS, settle, shown, start } from '../test/workspace-sync.ts';
import { UpstreamFailure } from '../upstream/failure.ts';

const bench = eachWithSync();

test('a failed refresh keeps the last good snapshot and says what is wrong since when', async () => {
  await start(bench);
  const before = bench.sync.newest();
  bench.upstream.fault = () => new UpstreamFailure('server-error', { status: 502 });
  await pass(bench, 10_000);
  bench.sync.watch();
  bench.sync.refresh();
  await settle();
  expect(bench.sync.newest()).toBe(before);
  expect(bench.sync.status()).toMatchObject({
    state: 'stale',
    problem: {
      kind: 'server-error',
      message: new UpstreamFailure('server-error').message,
      since: '2026-02-04T12:00:10.000Z',
      retryAt: '2026-02-04T12:00:15.000Z',
    },
    nextRefreshAt: '2026-02-04T12:00:15.000Z',
  });
});

test('trouble that passes ends by itself while somebody watches', async () => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('timeout');
  await pass(bench, REFRESH_MS + 20_000, 'watched');
  expect(bench.sync.status()).toMatchObject({
    state: 'stale',
    problem: { since: '2026-02-04T12:01:00.000Z' },
  });
  bench.upstream.fault = () => null;
  bench.upstream.list = tickets(1, 30);
  await pass(bench, 300_000, 'watched');
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  expect(shown(bench)).toHaveLength(30);
});

test('a failing upstream is not asked when nobody watches', async () => {
  bench.upstream.fault = () => new UpstreamFailure('network');
  await start(bench);
  await pass(bench, 600_000);
  expect(bench.upstream.requested).toEqual([1]);
});

test.each(['unauthorized', 'forbidden', 'not-found', 'bad-request'] as const)(
  '%s stops the calls, however long somebody watches, until a refresh is asked for',
  async (kind) => {
    bench.upstream.fault = () => new UpstreamFailure(kind);
    await start(bench);
    await pass(bench, 600_000, 'watched');
    expect(bench.upstream.requested).toEqual([1]);
    expect(bench.sync.status()).toMatchObject({
      state: 'loading',
      nextRefreshAt: null,
      problem: { kind, retryAt: null },
    });
    bench.upstream.fault = () => null;
    bench.sync.refresh();
    await settle();
    expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  },
);

test.each(['licence-used-up', 'budget-used-up'] as const)('%s waits for midnight UTC', async (kind) => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure(kind);
  bench.sync.refresh();
  await settle();
  expect(bench.sync.status().problem?.retryAt).toBe('2026-02-05T00:00:00.000Z');
  bench.upstream.fault = () => null;
  await vi.advanceTimersByTimeAsync(12 * 3_600_000 - 130_000);
  await pass(bench, 120_000, 'watched');
  expect(bench.upstream.requested).toHaveLength(4);
  await pass(bench, 10_000, 'watched');
  expect(bench.sync.status().state).toBe('fresh');
});

test('when the upstream asks for time, even a wish for a refresh waits', async () => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('rate-limited', { retryAfterMs: 40_000 });
  bench.sync.refresh();
  await settle();
  bench.upstream.fault = () => null;
  const before = bench.upstream.requested.length;
  bench.sync.watch();
  bench.sync.refresh();
  await settle();
  expect(bench.upstream.requested).toHaveLength(before);
  await pass(bench, 40_000, 'watched');
  expect(bench.sync.status().state).toBe('fresh');
});

test('what a broken first read brought stays while it is tried again in full', async () => {
  bench.upstream.fault = (page) => (page === 3 ? new UpstreamFailure('rate-limited') : null);
  await start(bench);
  expect(shown(bench)).toHaveLength(20);
  expect(bench.sync.newest()).toMatchObject({ whole: false, total: 25 });
  expect(bench.sync.status()).toMatchObject({
    state: 'stale',
    progress: null,
    problem: { kind: 'rate-limited' },
  });
  bench.upstream.fault = () => null;
  const open = holdFrom(bench, 2);
  await pass(bench, 10_000, 'watched');
  expect(shown(bench)).toHaveLength(20);
  expect(bench.sync.status().progress).toEqual({ loaded: 10, total: 25 });
  await open();
  expect(bench.sync.newest()?.whole).toBe(true);
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null, progress: null });
});

test('a wish for a refresh that has to wait is kept for the first moment at which it need not', async () => {
  await start(bench);
  const held = new UpstreamFailure('network', { retryAfterMs: 10_000 });
  bench.upstream.fault = () => held;
  for (let failures = 0; failures < 5; failures++) {
    bench.sync.refresh();
    await pass(bench, 11_000, 'watched');
  }
  bench.sync.refresh();
  await settle();
  bench.upstream.fault = () => null;
  bench.sync.refresh();
  await pass(bench, 11_000, 'watched');
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
});

test('an unforeseen error is logged, counts as trouble, and does not end the reading for good', async () => {
  bench.upstream.fault = () => new TypeError('a fault of ours');
  await start(bench);
  expect(bench.sync.status().problem?.kind).toBe('unreadable');
  expect(bench.log.error).toHaveBeenCalledOnce();
  bench.upstream.fault = () => null;
  await pass(bench, 10_000, 'watched');
  expect(bench.sync.status().state).toBe('fresh');
});

test('the log has no word out of a ticket', async () => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('server-error');
  bench.sync.refresh();
  await settle();
  const written = JSON.stringify([...bench.log.info.mock.calls, ...bench.log.warn.mock.calls]);
  expect(written).toContain('tickets read');
  expect(written).not.toMatch(/Customer|Manager|example\.com|Ticket \d/);
});

test('how each read ended is told', async () => {
  await start(bench);
  bench.upstream.fault = () => new UpstreamFailure('timeout');
  bench.sync.refresh();
  await settle();
  expect(bench.outcomes).toEqual(['whole', 'timeout']);
});
