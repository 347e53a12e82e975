import { expect, test, vi } from 'vitest';
import { FAILURE_KINDS } from '../../contract/index.ts';
import { manualClock } from '../test/clock.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';
import type { TicketPage } from './page.ts';
import { createReliableClient, type ReliableOptions } from './retry.ts';

const REQUEST = { workspace: '1', page: 1, perPage: 100 };
const PAGE: TicketPage = {
  tickets: [],
  unreadable: 0,
  repaired: 0,
  pageNumber: 1,
  perPage: 100,
  totalCount: 0,
  received: 0,
};

/** A reliable client over one that fails as told and then answers; its waits end at once. */
function reliable(failures: readonly unknown[], options: Partial<ReliableOptions> = {}) {
  const readPage = vi.fn<() => Promise<TicketPage>>();
  for (const failure of failures) readPage.mockRejectedValueOnce(failure);
  readPage.mockResolvedValue(PAGE);
  const acquire = vi.fn(async () => undefined);
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const pacer = { acquire, usage: () => ({ lastMinute: 0, today: 0, perDay: 0 }) };
  const client = createReliableClient({
    client: { readPage },
    pacer,
    sleep,
    clock: manualClock(),
    ...options,
  });
  return { client, readPage, acquire, waits };
}

const PASSING = FAILURE_KINDS.filter((kind) => policyOf(kind).firstRetryMs !== null);

test.each(PASSING)('%s is tried again, and every attempt takes from the pacer', async (kind) => {
  const failure = new UpstreamFailure(kind);
  const { client, readPage, acquire } = reliable([failure, failure]);
  await expect(client.readPage(REQUEST)).resolves.toBe(PAGE);
  expect(readPage).toHaveBeenCalledTimes(3);
  expect(acquire).toHaveBeenCalledTimes(3);
});

test.each(FAILURE_KINDS.filter((kind) => !PASSING.includes(kind)))('%s is thrown at once', async (kind) => {
  const failure = new UpstreamFailure(kind);
  const { client, readPage, waits } = reliable([failure]);
  await expect(client.readPage(REQUEST)).rejects.toBe(failure);
  expect(readPage).toHaveBeenCalledTimes(1);
  expect(waits).toEqual([]);
});

test('attempts are bounded, and the last failure is the one thrown', async () => {
  const last = new UpstreamFailure('timeout');
  const failures = [new UpstreamFailure('network'), last];
  const { client, readPage } = reliable(failures, { attempts: 2 });
  await expect(client.readPage(REQUEST)).rejects.toBe(last);
  expect(readPage).toHaveBeenCalledTimes(2);
});

test.each([
  [0, [250, 500, 1000]],
  [1, [500, 1000, 2000]],
] as const)('waits double, with jitter of %d', async (random, expected) => {
  const failure = new UpstreamFailure('server-error');
  const { client, waits } = reliable([failure, failure, failure], { attempts: 4, random: () => random });
  await client.readPage(REQUEST);
  expect(waits).toEqual(expected);
});

test('what fails after it was cancelled is not tried again', async () => {
  const failure = new UpstreamFailure('network');
  const { client, readPage, waits } = reliable([]);
  const controller = new AbortController();
  readPage.mockReset().mockImplementation(async () => {
    controller.abort();
    throw failure;
  });
  await expect(client.readPage({ ...REQUEST, signal: controller.signal })).rejects.toBe(failure);
  expect(readPage).toHaveBeenCalledTimes(1);
  expect(waits).toEqual([]);
});

test('a wait that the upstream asks for is kept, and told', async () => {
  const onRetry = vi.fn();
  const failure = new UpstreamFailure('rate-limited', { status: 429, retryAfterMs: 42_000 });
  const { client, waits } = reliable([failure], { onRetry });
  await client.readPage(REQUEST);
  expect(waits).toEqual([42_000]);
  expect(onRetry).toHaveBeenCalledExactlyOnceWith(failure, 42_000, 2);
});

test('who is told to wait for long gives up and passes it on', async () => {
  const failure = new UpstreamFailure('rate-limited', { status: 429, retryAfterMs: 3_600_000 });
  const { client, readPage } = reliable([failure]);
  await expect(client.readPage(REQUEST)).rejects.toBe(failure);
  expect(readPage).toHaveBeenCalledTimes(1);
});

test('a day that ends between two attempts ends the trying', async () => {
  const { client, acquire, readPage } = reliable([new UpstreamFailure('timeout')]);
  const gone = new UpstreamFailure('budget-used-up');
  acquire.mockResolvedValueOnce(undefined).mockRejectedValueOnce(gone);
  await expect(client.readPage(REQUEST)).rejects.toBe(gone);
  expect(readPage).toHaveBeenCalledTimes(1);
});

test('cancelling ends a wait at once', async () => {
  const reason = new Error('shutting down');
  const controller = new AbortController();
  const pacer = { acquire: async () => undefined, usage: () => ({ lastMinute: 0, today: 0, perDay: 0 }) };
  const readPage = vi.fn(async () => {
    throw new UpstreamFailure('rate-limited', { retryAfterMs: 50_000 });
  });
  const onRetry = () => void setTimeout(() => controller.abort(reason), 5);
  const client = createReliableClient({ client: { readPage }, pacer, onRetry, clock: manualClock() });
  await expect(client.readPage({ ...REQUEST, signal: controller.signal })).rejects.toBe(reason);
  expect(readPage).toHaveBeenCalledTimes(1);
});

test('a fault of our own is not tried again', async () => {
  const bug = new TypeError('not a function');
  const { client, readPage } = reliable([bug]);
  await expect(client.readPage(REQUEST)).rejects.toBe(bug);
  expect(readPage).toHaveBeenCalledTimes(1);
});

test.each([
  [0, 500],
  [3_000, 3_000],
])(
  'Retry-After of %i ms is waited for as it stands, and never no time at all',
  async (retryAfterMs, wait) => {
    const { client, waits } = reliable([new UpstreamFailure('rate-limited', { retryAfterMs })]);
    await client.readPage(REQUEST);
    expect(waits).toEqual([wait]);
  },
);

test('when one call is told to wait, all others wait too', async () => {
  const failure = new UpstreamFailure('rate-limited', { retryAfterMs: 42_000 });
  const { client, readPage, waits } = reliable([failure], { attempts: 1 });
  await expect(client.readPage(REQUEST)).rejects.toBe(failure);
  await client.readPage({ ...REQUEST, workspace: 'another' });
  expect(waits).toEqual([42_000]);
  expect(readPage).toHaveBeenCalledTimes(2);
});

test('when one call is told to wait for long, others are refused without a call, until it is over', async () => {
  const failure = new UpstreamFailure('rate-limited', { retryAfterMs: 3_600_000 });
  const clock = manualClock();
  const { client, readPage } = reliable([failure], { clock });
  await expect(client.readPage(REQUEST)).rejects.toBe(failure);
  clock.pass(600_000);
  await expect(client.readPage(REQUEST)).rejects.toMatchObject({
    kind: 'rate-limited',
    retryAfterMs: 3_000_000,
  });
  expect(readPage).toHaveBeenCalledTimes(1);
  clock.pass(3_000_000);
  await expect(client.readPage(REQUEST)).resolves.toBe(PAGE);
});

test.each([-60 * 86_400_000, -3_600_000, 60 * 86_400_000])(
  'a wait is over when its time has passed, though the machine’s clock was set by %i ms',
  async (by) => {
    const clock = manualClock();
    const failure = new UpstreamFailure('rate-limited', { retryAfterMs: 600_000 });
    const { client, waits } = reliable([failure], { clock });
    await expect(client.readPage(REQUEST)).rejects.toMatchObject({ kind: 'rate-limited' });
    clock.set(by);
    clock.pass(539_999);
    await expect(client.readPage(REQUEST)).rejects.toMatchObject({ retryAfterMs: 60_001 });
    clock.pass(60_001);
    await expect(client.readPage(REQUEST)).resolves.toBe(PAGE);
    expect(waits).toEqual([]);
  },
);

test('an upstream that is down is not asked again by any call, and costs nothing of the budget', async () => {
  const { client, readPage, acquire } = reliable(
    Array.from({ length: 20 }, () => new UpstreamFailure('timeout')),
  );
  for (let page = 0; page < 10; page++) {
    await expect(client.readPage(REQUEST)).rejects.toMatchObject({ kind: 'timeout' });
  }
  expect(readPage).toHaveBeenCalledTimes(5);
  expect(acquire).toHaveBeenCalledTimes(5);
});
