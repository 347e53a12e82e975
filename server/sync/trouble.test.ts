import { expect, test } from 'vitest';
import type { ProblemKind } from '../../contract/index.ts';
import { afterFailure, toProblem } from './trouble.ts';

const NOON = Date.parse('2026-02-04T12:00:00Z');

function failure(kind: ProblemKind, retryAfterMs: number | null = null) {
  return { kind, message: 'It failed.', retryAfterMs };
}

test.each<ProblemKind>(['bad-request', 'unauthorized', 'forbidden', 'not-found'])(
  '%s stops the calls until somebody acts',
  (kind) => {
    expect(afterFailure(null, failure(kind), NOON, 0.5).retryAt).toBeNull();
  },
);

test.each<ProblemKind>(['licence-used-up', 'budget-used-up'])('%s waits for midnight UTC', (kind) => {
  const { retryAt } = afterFailure(null, failure(kind), NOON, 0.5);
  expect(retryAt).toBe(Date.parse('2026-02-05T00:00:00Z'));
});

test.each<ProblemKind>(['rate-limited', 'server-error', 'timeout', 'network', 'unreadable'])(
  '%s waits longer with every failure, up to five minutes',
  (kind) => {
    let trouble = afterFailure(null, failure(kind), NOON, 1);
    const waits = [trouble.retryAt];
    for (let count = 1; count < 9; count++) {
      trouble = afterFailure(trouble, failure(kind), NOON, 1);
      waits.push(trouble.retryAt);
    }
    const seconds = waits.map((at) => ((at ?? 0) - NOON) / 1000);
    expect(seconds).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  },
);

test('the wait is between half and all of that, by chance', () => {
  const waits = [0, 0.5, 1].map((random) => afterFailure(null, failure('network'), NOON, random).retryAt);
  expect(waits).toEqual([NOON + 2500, NOON + 3750, NOON + 5000]);
});

test('a longer wait that the upstream asks for is kept to', () => {
  expect(afterFailure(null, failure('rate-limited', 90_000), NOON, 1).retryAt).toBe(NOON + 90_000);
});

test('trouble has been there since its first failure, whatever kind came after', () => {
  const first = afterFailure(null, failure('network'), NOON, 1);
  const second = afterFailure(first, failure('unauthorized'), NOON + 5000, 1);
  expect(toProblem(second)).toEqual({
    kind: 'unauthorized',
    message: 'It failed.',
    since: '2026-02-04T12:00:00.000Z',
    retryAt: null,
  });
});
