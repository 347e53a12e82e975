import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { ProblemKind } from '../../contract/index.ts';
import { UpstreamFailure } from './failure.ts';

/** One page that keeps failing makes three failures in a row; more than that is the upstream itself. */
const FAILURES_IN_A_ROW = 5;
const OPEN_MS = 10_000;

/** What an upstream does that is down. The others have a conduct of their own. */
const BREAKING: ReadonlySet<ProblemKind> = new Set(['server-error', 'timeout', 'network', 'unreadable']);

/** No call was made: the last ones all failed as `kind` says, and `retryAfterMs` is left until the next may be. */
export class CircuitOpen extends UpstreamFailure {}

/** Makes a call, or throws {@link CircuitOpen} in its place. */
export type Circuit = <Result>(call: () => Promise<Result>) => Promise<Result>;

/**
 * Stops calling an upstream that is down: after five failures in a row calls fail at once for ten seconds,
 * then one is tried, and its success lets all others through again.
 */
export function createCircuit(): Circuit {
  let openedAt = 0;
  let kind: ProblemKind = 'network';
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof UpstreamFailure && BREAKING.has(error.kind)),
    { breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW), halfOpenAfter: OPEN_MS },
  );
  policy.onBreak((reason) => {
    openedAt = Date.now();
    if ('error' in reason && reason.error instanceof UpstreamFailure) kind = reason.error.kind;
  });
  return async (call) => {
    try {
      return await policy.execute(call);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new CircuitOpen(kind, { retryAfterMs: Math.max(0, openedAt + OPEN_MS - Date.now()) });
    }
  };
}
