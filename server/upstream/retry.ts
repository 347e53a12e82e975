import {
  DelegateBackoff,
  halfJitterGenerator,
  handleWhen,
  type IRetryBackoffContext,
  retry,
} from 'cockatiel';
import type { FailureKind } from '../../contract/index.ts';
import {
  type CircuitBreaker,
  CircuitOpenFailure,
  createCircuitBreaker,
  UNREADABLE,
} from './circuit-breaker.ts';
import type { UpstreamClient } from './client.ts';
import type { Clock } from './clock.ts';
import { createCooldown } from './cooldown.ts';
import { UpstreamFailure } from './failure.ts';
import type { Pacer } from './pacer.ts';
import { MAX_HONORED_WAIT_MS } from './retry-after.ts';
import { type Sleep, sleep as sleepForReal } from './sleep.ts';

/**
 * The kinds that may go away by themselves, with the first wait in milliseconds; each further one is twice as
 * long. Too many calls in a minute need a good part of a minute to pass.
 */
const FIRST_WAIT: Readonly<Partial<Record<FailureKind, number>>> = {
  'server-error': 500,
  timeout: 500,
  network: 500,
  unreadable: 500,
  'rate-limited': 10_000,
};

/** Who is told to come back at once still takes a breath. */
const SHORTEST_WAIT_MS = 500;

export interface ReliableOptions {
  readonly client: UpstreamClient;
  readonly pacer: Pacer;
  /** Calls at most for one page, the first included; 3 by default. */
  readonly attempts?: number;
  readonly sleep?: Sleep;
  readonly clock: Clock;
  /** Told before each wait. `attempt` is the number of the call that comes, from 2. */
  readonly onRetry?: (failure: UpstreamFailure, milliseconds: number, attempt: number) => void;
}

/**
 * A client that keeps to the pace and tries again what may pass: with exponential back-off and jitter, or
 * after as long as the upstream says. Every attempt takes from the pacer. What only a person can mend is
 * thrown at once.
 *
 * What all its callers share: when the upstream asks for fewer calls, none of them makes one until the wait is
 * over, see {@link createCooldown}; when the upstream is down, the circuit stops them all.
 */
export function createReliableClient(options: ReliableOptions): UpstreamClient {
  const { client, pacer, attempts = 3, clock, sleep = sleepForReal, onRetry } = options;
  const throughCircuit = createCircuitBreaker(clock);
  const ofWorkspace = new Map<string, CircuitBreaker>();

  /** What cannot be read of one workspace stops the calls for that one alone. */
  function circuitOf(workspace: string): CircuitBreaker {
    const circuit = ofWorkspace.get(workspace) ?? createCircuitBreaker(clock, UNREADABLE);
    ofWorkspace.set(workspace, circuit);
    return (call) => throughCircuit(() => circuit(call));
  }

  const cooldown = createCooldown(clock);

  return {
    readPage(request) {
      const { signal } = request;
      let pause = 0;
      // cockatiel's own wait cannot be cancelled, so it is told to wait for nothing and we wait instead.
      const backoff = new DelegateBackoff(({ attempt, result }: IRetryBackoffContext<unknown>) => {
        if ('error' in result && result.error instanceof UpstreamFailure) {
          pause = retryDelay(result.error, attempt);
          cooldown.extend(result.error, pause);
          onRetry?.(result.error, pause, attempt + 1);
        }
        return 0;
      });
      return retry(handleWhen(isRetryable), { maxAttempts: attempts - 1, backoff }).execute(async () => {
        const permit = cooldown.acquire(request.isForced ?? false);
        const delay = Math.max(pause, permit.delay);
        if (delay > 0) await sleep(delay, signal);
        return circuitOf(request.workspace)(async () => {
          await pacer.acquire(signal);
          return permit.run(() => client.readPage(request));
        });
      }, signal);
    },
  };
}

function isRetryable(error: Error): boolean {
  return (
    error instanceof UpstreamFailure &&
    !(error instanceof CircuitOpenFailure) &&
    error.kind in FIRST_WAIT &&
    (error.retryAfterMs ?? 0) <= MAX_HONORED_WAIT_MS
  );
}

/** Milliseconds before the next call. `attempt` counts the failures so far, from 1. */
function retryDelay(failure: UpstreamFailure, attempt: number): number {
  if (failure.retryAfterMs !== null) return Math.max(SHORTEST_WAIT_MS, failure.retryAfterMs);
  const initialDelay = FIRST_WAIT[failure.kind] ?? 0;
  const [pause] = halfJitterGenerator(attempt - 1, {
    initialDelay,
    maxDelay: MAX_HONORED_WAIT_MS,
    exponent: 2,
    generator: halfJitterGenerator,
  });
  return pause;
}
