import { backOffMs } from './back-off.ts';
import { type CircuitBreaker, CircuitOpenFailure, createCircuitBreaker } from './circuit-breaker.ts';
import type { PageRequest, UpstreamClient } from './client.ts';
import type { Clock } from './clock.ts';
import { createCooldown } from './cooldown.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';
import type { Pacer } from './pacer.ts';
import type { TicketPage } from './page.ts';
import { MAX_HONORED_WAIT_MS } from './retry-after.ts';
import { type Sleep, sleep as sleepForReal } from './sleep.ts';

/** The shortest pause, also for an upstream that says to come back at once. */
const SHORTEST_WAIT_MS = 500;

export interface ReliableOptions {
  readonly client: UpstreamClient;
  readonly pacer: Pacer;
  /** Calls at most for one page, the first included; 3 by default. */
  readonly attempts?: number;
  readonly sleep?: Sleep;
  readonly clock: Clock;
  readonly random?: () => number;
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
  const { client, pacer, attempts = 3, clock, sleep = sleepForReal, random = Math.random, onRetry } = options;
  const throughUpstream = createCircuitBreaker(clock, 'upstream');
  const ofWorkspace = new Map<string, CircuitBreaker>();
  const cooldown = createCooldown(clock);

  function circuitOf(workspace: string): CircuitBreaker {
    const circuit = ofWorkspace.get(workspace) ?? createCircuitBreaker(clock, 'workspace');
    ofWorkspace.set(workspace, circuit);
    return (call) => throughUpstream(() => circuit(call));
  }

  /** Asks once, after `pause` milliseconds or as many as all callers have to wait. */
  async function attempt(request: PageRequest, pause: number): Promise<TicketPage> {
    const { signal } = request;
    const permit = cooldown.acquire(request.isForced ?? false);
    const delay = Math.max(pause, permit.delay);
    if (delay > 0) await sleep(delay, signal);
    return circuitOf(request.workspace)(async () => {
      await pacer.acquire(signal);
      return permit.run(() => client.readPage(request));
    });
  }

  return {
    async readPage(request) {
      let pause = 0;
      for (let made = 1; ; made++) {
        try {
          return await attempt(request, pause);
        } catch (error) {
          if (made >= attempts || request.signal?.aborted || !isRetryable(error)) throw error;
          pause = retryDelay(error, made, random());
          cooldown.extend(error, pause);
          onRetry?.(error, pause, made + 1);
        }
      }
    },
  };
}

function isRetryable(error: unknown): error is UpstreamFailure {
  return (
    error instanceof UpstreamFailure &&
    !(error instanceof CircuitOpenFailure) &&
    policyOf(error.kind).firstRetryMs !== null &&
    (error.retryAfterMs ?? 0) <= MAX_HONORED_WAIT_MS
  );
}

/** Milliseconds before the next attempt, after so many failed ones. */
function retryDelay({ kind, retryAfterMs }: UpstreamFailure, failures: number, random: number): number {
  if (retryAfterMs !== null) return Math.max(SHORTEST_WAIT_MS, retryAfterMs);
  const firstMs = policyOf(kind).firstRetryMs ?? 0;
  return backOffMs(failures, { firstMs, longestMs: MAX_HONORED_WAIT_MS, random });
}
