import type { FailureKind } from '../../contract/index.ts';
import type { Clock } from './clock.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';

/** One page that keeps failing makes three failures in a row; more than that is the upstream itself. */
const FAILURES_IN_A_ROW = 5;
const OPEN_MS = 10_000;

/** No call was made: the last ones all failed as `kind` says, and `retryAfterMs` is left until the next may be. */
export class CircuitOpenFailure extends UpstreamFailure {}

/** Makes a call, or throws {@link CircuitOpenFailure} in its place. */
export type CircuitBreaker = <Result>(call: () => Promise<Result>) => Promise<Result>;

/**
 * Stops calling an upstream that is down: after five failures in a row calls fail at once for ten seconds,
 * then one is tried, and its success lets all others through again. Those that come meanwhile wait for it.
 *
 * @param scope the failures that count: those of the upstream, for every workspace, or those that may be one workspace's
 *   alone and are no reason to keep others from being read
 */
export function createCircuitBreaker(clock: Clock, scope: 'upstream' | 'workspace'): CircuitBreaker {
  let failuresInARow = 0;
  let kind: FailureKind = 'network';
  /** The moment at which it opened; null while it is closed. */
  let openedAt: number | null = null;
  /** Resolves when the call that is tried has ended, however it did. */
  let probe: Promise<void> | null = null;

  async function attempt<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      const result = await call();
      close();
      return result;
    } catch (error) {
      if (error instanceof UpstreamFailure) note(error);
      throw error;
    }
  }

  function note(failure: UpstreamFailure): void {
    if (policyOf(failure.kind).breaks === scope) {
      failuresInARow++;
      // Calls that were under way when it opened change nothing about when the next may be.
      if (openedAt === null && failuresInARow >= FAILURES_IN_A_ROW) open(failure);
    } else if (failure.status !== null) close();
  }

  function open(failure: UpstreamFailure): void {
    openedAt = clock.now();
    kind = failure.kind;
  }

  function close(): void {
    failuresInARow = 0;
    openedAt = null;
  }

  async function probeOnce<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      return await attempt(call);
    } catch (error) {
      if (openedAt !== null && error instanceof UpstreamFailure && policyOf(error.kind).breaks === scope)
        open(error);
      throw error;
    }
  }

  return async (call) => {
    while (probe !== null) await probe;
    if (openedAt === null) return attempt(call);
    const left = openedAt + OPEN_MS - clock.now();
    if (left > 0) throw new CircuitOpenFailure(kind, { retryAfterMs: left });
    const outcome = probeOnce(call);
    const ended = () => {
      probe = null;
    };
    probe = outcome.then(ended, ended);
    return outcome;
  };
}
