import { expect, test } from 'vitest';
import type { FailureKind } from '../../contract/index.ts';
import { manualClock } from '../test/clock.ts';
import { CircuitOpenFailure } from '../upstream/circuit-breaker.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import {
  addFailure,
  failedPagesMessage,
  failureMessage,
  isSinglePageFailure,
  toSnapshotProblem,
} from './failure-state.ts';

const NOON = Date.parse('2026-02-04T12:00:00Z');
const clock = manualClock(NOON);

function failure(kind: FailureKind, retryAfterMs: number | null = null) {
  return { kind, message: 'It failed.', retryAfterMs };
}

test.each<FailureKind>(['bad-request', 'unauthorized', 'forbidden', 'not-found'])(
  '%s stops the calls until somebody acts',
  (kind) => {
    expect(addFailure(null, failure(kind), { clock, random: 0.5 }).retryAt).toBeNull();
  },
);

test.each<FailureKind>(['licence-used-up', 'budget-used-up'])('%s waits for midnight UTC', (kind) => {
  const { retryAt } = addFailure(null, failure(kind), { clock, random: 0.5 });
  expect(retryAt).toBe(Date.parse('2026-02-05T00:00:00Z'));
});

test.each<FailureKind>(['rate-limited', 'server-error', 'timeout', 'network', 'unreadable'])(
  '%s waits longer with every failure, up to five minutes',
  (kind) => {
    let state = addFailure(null, failure(kind), { clock, random: 1 });
    const waits = [state.retryAt];
    for (let count = 1; count < 9; count++) {
      state = addFailure(state, failure(kind), { clock, random: 1 });
      waits.push(state.retryAt);
    }
    const seconds = waits.map((at) => ((at ?? 0) - NOON) / 1000);
    expect(seconds).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  },
);

test('the wait is between half and all of that, by chance', () => {
  const waits = [0, 0.5, 1].map((random) => addFailure(null, failure('network'), { clock, random }).retryAt);
  expect(waits).toEqual([NOON + 2500, NOON + 3750, NOON + 5000]);
});

test('a longer wait that the upstream asks for is kept to', () => {
  expect(addFailure(null, failure('rate-limited', 90_000), { clock, random: 1 }).retryAt).toBe(NOON + 90_000);
});

test('a failure has lasted since its first failure, whatever kind came after', () => {
  const first = addFailure(null, failure('network'), { clock, random: 1 });
  const later = manualClock(NOON + 5000);
  const second = addFailure(first, failure('unauthorized'), { clock: later, random: 1 });
  expect(toSnapshotProblem(second, clock)).toEqual({
    kind: 'unauthorized',
    message: 'It failed.',
    since: '2026-02-04T12:00:00.000Z',
    retryAt: null,
  });
});

test('what is not due before is not tried before', () => {
  expect(addFailure(null, failure('network'), { clock, random: 1, earliest: NOON + 60_000 }).retryAt).toBe(
    NOON + 60_000,
  );
});

test.each([
  ['rate-limited', null, NOON + 5000],
  ['rate-limited', 60_000, NOON + 60_000],
  ['rate-limited', 60_001, NOON + 10_000],
  ['rate-limited', 86_400_000, NOON + 10_000],
  ['server-error', 86_400_000, NOON + 10_000],
  ['licence-used-up', 86_400_000, NOON + 10_000],
  ['server-error', 7000, NOON + 7000],
  ['server-error', null, NOON],
  ['unauthorized', null, NOON],
] as const)('%s with %s ms to wait holds also those who ask', (kind, retryAfterMs, heldUntil) => {
  expect(addFailure(null, failure(kind, retryAfterMs), { clock, random: 1 }).heldUntil).toBe(heldUntil);
});

test.each([
  ['server-error', 1, true],
  ['unreadable', 1, true],
  ['timeout', 1, false],
  ['network', 1, false],
  ['timeout', 2, true],
  ['network', 2, true],
  ['rate-limited', 2, false],
  ['unauthorized', 2, false],
  ['budget-used-up', 2, false],
] as const)('whether %s on page %i may be of that page alone: %s', (kind, page, expected) => {
  expect(isSinglePageFailure(new UpstreamFailure(kind), page)).toBe(expected);
});

test('an upstream that is down and a fault of ours are of no page alone', () => {
  expect(isSinglePageFailure(new CircuitOpenFailure('server-error'), 2)).toBe(false);
  expect(isSinglePageFailure(new TypeError('a fault of ours'), 2)).toBe(false);
});

test.each(['not-found', 'forbidden'] as const)('%s names the workspace', (kind) => {
  const sentence = (name: string) => failureMessage(new UpstreamFailure(kind), { id: '4201', name });
  expect(sentence('Europe')).toContain('the workspace Europe (4201)');
  expect(sentence('4201')).toContain('the workspace 4201.');
});

test('what fails for a few pages says how many and what it means, and then the cause', () => {
  expect(failedPagesMessage(failure('timeout'), 1)).toBe(
    'One page of tickets could not be read, so some tickets are missing or as they were before. It failed.',
  );
  expect(failedPagesMessage(failure('timeout'), 12)).toMatch(/^12 pages of tickets /);
});
