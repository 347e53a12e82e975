import type { Clock } from './clock.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';
import { MAX_HONORED_WAIT_MS, PROBE_INTERVAL_MS } from './retry-after.ts';

/** The right to make one call. */
interface Permit {
  /** Milliseconds to wait before it. */
  readonly delay: number;
  /** Makes the call, and heeds what it tells about waiting. */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
}

/** The time for which the upstream has asked all callers to leave it alone. */
export interface Cooldown {
  /**
   * A permit for one call.
   *
   * @param isForced somebody wants it now: of a long wait one call is then tried, once in {@link PROBE_INTERVAL_MS}
   * @throws UpstreamFailure `rate-limited` when it would have to wait for longer than {@link MAX_HONORED_WAIT_MS}
   */
  acquire(isForced: boolean): Permit;
  /** Nobody calls for so many milliseconds, if the failure was "too many calls". */
  extend(failure: UpstreamFailure, milliseconds: number): void;
}

export function createCooldown(clock: Clock): Cooldown {
  /** Moments: until when calls wait, and when the last one was made that did not. */
  let until = 0;
  let probedAt = Number.NEGATIVE_INFINITY;

  function extend({ kind }: UpstreamFailure, milliseconds: number): void {
    if (!policyOf(kind).slowsAll) return;
    until = Math.max(until, clock.now() + milliseconds);
    if (milliseconds > MAX_HONORED_WAIT_MS) probedAt = clock.now();
  }

  async function run<Result>(call: () => Promise<Result>): Promise<Result> {
    return call().catch((error: unknown) => {
      // Also when this page is not tried again: the wait is for every one.
      if (error instanceof UpstreamFailure) extend(error, error.retryAfterMs ?? 0);
      throw error;
    });
  }

  /** The upstream's newest word takes the place of the old one: an answer, or another wait. */
  async function runProbe<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      const result = await call();
      until = clock.now();
      return result;
    } catch (error) {
      if (error instanceof UpstreamFailure && policyOf(error.kind).slowsAll && error.retryAfterMs !== null) {
        until = clock.now();
        extend(error, error.retryAfterMs);
      }
      throw error;
    }
  }

  return {
    acquire(isForced) {
      const now = clock.now();
      const left = until - now;
      if (left <= MAX_HONORED_WAIT_MS) return { delay: Math.max(0, left), run };
      if (!isForced || now - probedAt < PROBE_INTERVAL_MS) {
        throw new UpstreamFailure('rate-limited', { retryAfterMs: left });
      }
      probedAt = now;
      return { delay: 0, run: runProbe };
    },
    extend,
  };
}
