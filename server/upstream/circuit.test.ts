import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PROBLEM_KINDS, type ProblemKind } from '../../contract/index.ts';
import { type Circuit, CircuitOpen, createCircuit } from './circuit.ts';
import { UpstreamFailure } from './failure.ts';

const BREAKING: readonly ProblemKind[] = ['server-error', 'timeout', 'network', 'unreadable'];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Makes so many calls that all fail, if they are made; answers how many were. */
async function fail(circuit: Circuit, kind: ProblemKind, times: number): Promise<number> {
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
  const circuit = createCircuit();
  expect(await fail(circuit, kind, 20)).toBe(5);
  vi.setSystemTime(4000);
  const refused = await circuit(async () => 'never').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CircuitOpen);
  expect(refused).toMatchObject({ kind, retryAfterMs: 6000 });
});

test('then one call is tried: a failure stops them again, a success lets all through', async () => {
  const circuit = createCircuit();
  await fail(circuit, 'server-error', 5);
  vi.setSystemTime(10_000);
  expect(await fail(circuit, 'server-error', 3)).toBe(1);
  vi.setSystemTime(20_000);
  expect(await circuit(async () => 'there')).toBe('there');
  expect(await fail(circuit, 'timeout', 4)).toBe(4);
});

test('failures between which something succeeds are no reason to stop', async () => {
  const circuit = createCircuit();
  for (let round = 0; round < 5; round++) {
    expect(await fail(circuit, 'network', 4)).toBe(4);
    await circuit(async () => 'there');
  }
});

test.each(PROBLEM_KINDS.filter((kind) => !BREAKING.includes(kind)))(
  '%s has a conduct of its own',
  async (kind) => {
    expect(await fail(createCircuit(), kind, 20)).toBe(20);
  },
);
