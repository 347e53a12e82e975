import {
  DelegateBackoff,
  halfJitterGenerator,
  handleWhen,
  type IRetryBackoffContext,
  retry,
} from 'cockatiel';
import type { ProblemKind } from '../../contract/index.ts';
import type { UpstreamClient } from './client.ts';
import { UpstreamFailure } from './failure.ts';
import type { Pacer } from './pacer.ts';
import { type Wait, wait as waitForReal } from './wait.ts';

/**
 * The kinds that may go away by themselves, with the first wait in milliseconds; each further one is twice as
 * long. Too many calls in a minute need a good part of a minute to pass.
 */
const FIRST_WAIT: Readonly<Partial<Record<ProblemKind, number>>> = {
  'server-error': 500,
  timeout: 500,
  network: 500,
  unreadable: 500,
  'rate-limited': 10_000,
};

/** The longest that one call waits. Who is told to wait longer gives up and passes it on. */
const LONGEST_WAIT_MS = 60_000;

export interface ReliableOptions {
  readonly client: UpstreamClient;
  readonly pacer: Pacer;
  /** Calls at most for one page, the first included; 3 by default. */
  readonly attempts?: number;
  readonly wait?: Wait;
  /** Told before each wait. `attempt` is the number of the call that comes, from 2. */
  readonly onRetry?: (failure: UpstreamFailure, milliseconds: number, attempt: number) => void;
}

/**
 * A client that keeps to the pace and tries again what may pass: with exponential back-off and jitter, or
 * after as long as the upstream says. Every attempt takes from the pacer. What only a person can mend is
 * thrown at once.
 */
export function createReliableClient(options: ReliableOptions): UpstreamClient {
  const { client, pacer, attempts = 3, wait = waitForReal, onRetry } = options;

  return {
    readPage(request) {
      const { signal } = request;
      let pause = 0;
      // cockatiel's own wait cannot be cancelled, so it is told to wait for nothing and we wait instead.
      const backoff = new DelegateBackoff(({ attempt, result }: IRetryBackoffContext<unknown>) => {
        if ('error' in result && result.error instanceof UpstreamFailure) {
          pause = pauseAfter(result.error, attempt);
          onRetry?.(result.error, pause, attempt + 1);
        }
        return 0;
      });
      return retry(handleWhen(mayPass), { maxAttempts: attempts - 1, backoff }).execute(
        async ({ attempt }) => {
          if (attempt > 0) await wait(pause, signal);
          await pacer.take(signal);
          return client.readPage(request);
        },
        signal,
      );
    },
  };
}

function mayPass(error: Error): boolean {
  return (
    error instanceof UpstreamFailure &&
    error.kind in FIRST_WAIT &&
    (error.retryAfterMs ?? 0) <= LONGEST_WAIT_MS
  );
}

/** Milliseconds before the next call. `attempt` counts the failures so far, from 1. */
function pauseAfter(failure: UpstreamFailure, attempt: number): number {
  const initialDelay = FIRST_WAIT[failure.kind] ?? 0;
  const [pause] = halfJitterGenerator(attempt - 1, {
    initialDelay,
    maxDelay: LONGEST_WAIT_MS,
    exponent: 2,
    generator: halfJitterGenerator,
  });
  return Math.max(pause, failure.retryAfterMs ?? 0);
}
