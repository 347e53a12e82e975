import { expect, test } from 'vitest';
import { tickets } from '../test/tickets.ts';
import { eachWithSync, pass, settle, start } from '../test/workspace-sync.ts';
import { UpstreamFailure } from '../upstream/failure.ts';

const bench = eachWithSync();

async function refresh(): Promise<void> {
  bench.sync.refresh();
  await settle();
}

function secondsToRetry(): number {
  return (Date.parse(bench.sync.status().problem?.retryAt ?? '') - Date.now()) / 1000;
}

/** An hour in which nothing is answered, with somebody watching all the time. */
async function longOutage(): Promise<void> {
  bench.upstream.fault = () => new UpstreamFailure('network');
  await pass(bench, 3_600_000, 'watched');
  expect(bench.sync.status().problem?.kind).toBe('network');
}

test('after a long outage that is over, a short one is waited for as if it were the first', async () => {
  await start(bench);
  await refresh();
  await longOutage();
  bench.upstream.fault = () => null;
  await refresh();
  expect(bench.sync.status()).toMatchObject({ state: 'fresh', problem: null });
  bench.upstream.fault = () => new UpstreamFailure('timeout');
  await refresh();
  expect(secondsToRetry()).toBe(5);
});

test('so it is when the outage ended but for a page', async () => {
  bench.upstream.list = tickets(1, 50);
  await start(bench);
  await refresh();
  await longOutage();
  bench.upstream.fault = (page) => (page === 3 ? new UpstreamFailure('server-error') : null);
  await refresh();
  expect(bench.sync.status().problem?.message).toMatch(/^One page/);
  bench.upstream.fault = () => new UpstreamFailure('timeout');
  await refresh();
  expect(secondsToRetry()).toBe(10);
});
