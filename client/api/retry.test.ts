import { expect, test } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../../contract/index.ts';
import { ApiProblem, ConnectionLost } from './request.ts';
import { nextTryOf, retryDelay, retryInterval } from './retry.ts';

const LOST = new ConnectionLost('no answer');

/** A query as the library keeps it, as far as its retries depend on it. */
function aQuery() {
  const state = { error: null as Error | null, dataUpdateCount: 0, errorUpdateCount: 0 };
  const query = { state } as unknown as Parameters<typeof retryInterval>[0];
  return {
    query,
    fail: (error: Error = LOST) => {
      state.error = error;
      state.errorUpdateCount += 1;
      return retryInterval(query);
    },
    answer: () => {
      state.error = null;
      state.dataUpdateCount += 1;
      return retryInterval(query);
    },
  };
}

function problem(code: ProblemCode): ApiProblem {
  const { status, title } = PROBLEMS[code];
  return new ApiProblem({ type: 'about:blank', title, detail: title, status, code });
}

test('failures are met with growing patience that has an end', () => {
  const waits = [1, 2, 3, 4, 20].map(retryDelay);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(new Set(waits.slice(0, 3)).size).toBe(3);
  expect(waits.at(-1)).toBe(10_000);
});

test('after an answer patience begins anew: a blip after a long outage is over soon', () => {
  const { query, fail, answer } = aQuery();
  expect(fail()).toBe(retryDelay(1));
  for (let failures = 2; failures <= 20; failures++) expect(fail()).toBe(retryDelay(failures));
  expect(answer()).toBe(false);
  expect(nextTryOf(query)).toBeNull();
  expect(fail()).toBe(retryDelay(1));
  expect(fail()).toBe(retryDelay(2));
});

test('being asked again does not count as a failure, nor put off the next try', () => {
  const { query, fail } = aQuery();
  fail();
  const next = nextTryOf(query);
  expect(next).toBeGreaterThan(performance.now());
  expect(retryInterval(query)).toBe(retryDelay(1));
  expect(nextTryOf(query)).toBe(next);
});

test.each(['invalid-query', 'unknown-workspace', 'unknown-ticket', 'snapshot-gone'] as const)(
  'the same question would fail again: %s is not tried again',
  (code) => {
    const { query, fail } = aQuery();
    expect(fail(problem(code))).toBe(false);
    expect(nextTryOf(query)).toBeNull();
  },
);

test.each(['internal-error', 'upstream-failing', 'too-many-requests', 'shutting-down'] as const)(
  'it may mend itself: %s is tried again',
  (code) => {
    expect(aQuery().fail(problem(code))).toBe(retryDelay(1));
  },
);
