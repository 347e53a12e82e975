import { beforeEach, expect, test } from 'vitest';
import { FAILURE_KINDS, type FailureKind } from '../../contract/index.ts';
import { manualClock } from '../test/clock.ts';
import { type CircuitBreaker, CircuitOpenFailure, createCircuitBreaker } from './circuit-breaker.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';

const BREAKING = FAILURE_KINDS.filter((kind) => policyOf(kind).breaks === 'upstream');

let clock = manualClock();
beforeEach(() => {
  clock = manualClock();
});

/** Makes so many calls that all fail, if they are made; answers how many were. */
async function fail(circuit: CircuitBreaker, kind: FailureKind, times: number): Promise<number> {
  let made = 0;
  for (let call = 0; call < times; call++) {
    const answer = circuit(async () => {
      made++;
      throw new UpstreamFailure(kind);
    });
    await expect(answer).rejects.toThrow(UpstreamFailure);
  }
  return made;
}

test.each(BREAKING)('after five times %s no call is made for ten seconds', async (kind) => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  expect(await fail(circuit, kind, 20)).toBe(5);
  clock.pass(4000);
  const refused = await circuit(async () => 'never').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CircuitOpenFailure);
  expect(refused).toMatchObject({ kind, retryAfterMs: 6000 });
});

test('then one call is tried: a failure stops them again, a success lets all through', async () => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  await fail(circuit, 'server-error', 5);
  clock.pass(10_000);
  expect(await fail(circuit, 'server-error', 3)).toBe(1);
  clock.pass(10_000);
  expect(await circuit(async () => 'there')).toBe('there');
  expect(await fail(circuit, 'timeout', 4)).toBe(4);
});

test('failures between which something succeeds are no reason to stop', async () => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  for (let round = 0; round < 5; round++) {
    expect(await fail(circuit, 'network', 4)).toBe(4);
    await circuit(async () => 'there');
  }
});

test.each(FAILURE_KINDS.filter((kind) => !BREAKING.includes(kind)))(
  '%s has a policy of its own',
  async (kind) => {
    expect(await fail(createCircuitBreaker(clock, 'upstream'), kind, 20)).toBe(20);
  },
);

test.each([-3_600_000, -60 * 86_400_000, 60 * 86_400_000])(
  'a machine’s clock that is set by %i ms changes nothing about when the next call may be',
  async (by) => {
    const circuit = createCircuitBreaker(clock, 'upstream');
    await fail(circuit, 'network', 5);
    clock.set(by);
    clock.pass(9999);
    expect(await fail(circuit, 'network', 1)).toBe(0);
    clock.pass(1);
    expect(await circuit(async () => 'there')).toBe('there');
  },
);

test('calls that come while one is tried wait for it', async () => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  await fail(circuit, 'network', 5);
  clock.pass(10_000);
  let answer = (_text: string) => {};
  const made: number[] = [];
  const probe = circuit(
    () =>
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
  );
  const others = [1, 2, 3].map((call) => circuit(async () => made.push(call)));
  await Promise.resolve();
  expect(made).toEqual([]);
  answer('there');
  await Promise.all([probe, ...others]);
  expect(made).toEqual([1, 2, 3]);
});

test('those that waited for a call which failed are refused', async () => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  await fail(circuit, 'network', 5);
  clock.pass(10_000);
  const probe = circuit(() => Promise.reject(new UpstreamFailure('timeout')));
  const other = circuit(async () => 'made');
  await expect(probe).rejects.toMatchObject({ kind: 'timeout' });
  await expect(other).rejects.toMatchObject({ kind: 'timeout', retryAfterMs: 10_000 });
});

test('a call that is cancelled while it is tried says nothing: the next one is tried', async () => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  await fail(circuit, 'network', 5);
  clock.pass(10_000);
  const reason = new Error('cancelled');
  await expect(circuit(() => Promise.reject(reason))).rejects.toBe(reason);
  expect(await fail(circuit, 'network', 2)).toBe(1);
});

test('failures of calls that were under way when it opened do not keep it open for longer', async () => {
  const circuit = createCircuitBreaker(clock, 'upstream');
  let fall = (_error: Error) => {};
  const late = circuit(
    () =>
      new Promise((_, reject) => {
        fall = reject;
      }),
  );
  await fail(circuit, 'network', 5);
  clock.pass(6000);
  fall(new UpstreamFailure('timeout'));
  await expect(late).rejects.toMatchObject({ kind: 'timeout' });
  clock.pass(4000);
  expect(await circuit(async () => 'there')).toBe('there');
});

test('what cannot be read opens the circuit that it is for, and no other', async () => {
  expect(await fail(createCircuitBreaker(clock, 'upstream'), 'unreadable', 20)).toBe(20);
  const circuit = createCircuitBreaker(clock, 'workspace');
  expect(await fail(circuit, 'unreadable', 20)).toBe(5);
  expect(await fail(createCircuitBreaker(clock, 'workspace'), 'network', 20)).toBe(20);
});
