import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFaultBench, TICKETS } from '../test/fault-bench.ts';

let bench: Awaited<ReturnType<typeof startFaultBench>>;

beforeEach(async () => {
  bench = await startFaultBench();
  await bench.start();
  await bench.calls();
});
afterEach(() => bench.stop());

/** Asks for a refresh while the upstream answers every call with that wait. */
async function refreshInto(retryAfter: string, kind: 'rate-limited' | 'server-error' = 'rate-limited') {
  await bench.faults([{ kind, retryAfter }]);
  await bench.refresh();
  await bench.pass(3);
}

async function secondsToRetry(): Promise<number> {
  const { problem } = await bench.snapshot();
  return (Date.parse(problem?.retryAt ?? '') - Date.now()) / 1000;
}

test.each(['999999999', '1e9', '9'.repeat(40), 'Fri, 31 Dec 9999 23:59:59 GMT'])(
  'a wait of %s is taken as a day, and told',
  async (retryAfter) => {
    await refreshInto(retryAfter);
    expect(await bench.calls()).toBe(1);
    expect(await secondsToRetry()).toBeGreaterThan(86_390);
    expect(await secondsToRetry()).toBeLessThanOrEqual(86_400);
    expect(await bench.snapshot()).toMatchObject({ state: 'stale', loaded: TICKETS });
    await bench.faults([]);
    await bench.pass(120);
    expect(await bench.calls()).toBe(0);
  },
);

test.each(['rate-limited', 'server-error'] as const)(
  'who asks after an absurd wait of %s gets one call in ten seconds, and the list as soon as it is answered',
  async (kind) => {
    await refreshInto('999999999', kind);
    for (let seconds = 0; seconds < 30; seconds++) {
      await bench.refresh();
      await bench.pass(1);
    }
    expect(await bench.calls()).toBeGreaterThanOrEqual(3);
    await bench.faults([]);
    await bench.refresh();
    await bench.pass(15);
    expect(await bench.snapshot()).toMatchObject({ state: 'fresh', problem: null, whole: true });
    await bench.pass(120);
    expect(await bench.snapshot()).toMatchObject({ state: 'fresh', problem: null });
  },
);

test('trials are at most one in ten seconds', async () => {
  await refreshInto('999999999');
  await bench.calls();
  for (let step = 0; step < 60; step++) {
    await bench.refresh();
    await bench.pass(1);
  }
  expect(await bench.calls()).toBeLessThanOrEqual(6);
});

test.each(['-5', 'soon'])(
  'a wait of %s is none, so the calls come again as after any other',
  async (retryAfter) => {
    await refreshInto(retryAfter);
    expect(await secondsToRetry().catch(() => 0)).not.toBeGreaterThan(300);
    await bench.faults([]);
    await bench.pass(60);
    expect(await bench.snapshot()).toMatchObject({ state: 'fresh', problem: null });
  },
);

test('a wait of a minute binds also those who ask', async () => {
  await refreshInto('50');
  const { length } = await Promise.all(Array.from({ length: 5 }, () => bench.refresh()));
  expect(length).toBe(5);
  await bench.pass(30);
  expect(await bench.calls()).toBe(1);
  await bench.faults([]);
  await bench.pass(30);
  expect(await bench.snapshot()).toMatchObject({ state: 'fresh', problem: null });
});
