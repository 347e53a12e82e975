import {
  DelegateBackoff,
  halfJitterGenerator,
  handleWhen,
  type IRetryBackoffContext,
  retry,
} from 'cockatiel';
import type { ProblemKind } from '../../contract/index.ts';
import { type Circuit, CircuitOpen, createCircuit, UNREADABLE } from './circuit.ts';
import type { UpstreamClient } from './client.ts';
import type { Clock } from './clock.ts';
import { UpstreamFailure } from './failure.ts';
import { createHold } from './hold.ts';
import type { Pacer } from './pacer.ts';
import { PATIENCE_MS } from './retry-after.ts';
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

/** Who is told to come back at once still takes a breath. */
const SHORTEST_WAIT_MS = 500;

export interface ReliableOptions {
  readonly client: UpstreamClient;
  readonly pacer: Pacer;
  /** Calls at most for one page, the first included; 3 by default. */
  readonly attempts?: number;
  readonly wait?: Wait;
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
 * over, see {@link createHold}; when the upstream is down, the circuit stops them all.
 */
export function createReliableClient(options: ReliableOptions): UpstreamClient {
  const { client, pacer, attempts = 3, clock, wait = waitForReal, onRetry } = options;
  const throughCircuit = createCircuit(clock);
  const ofWorkspace = new Map<string, Circuit>();

  /** What cannot be read of one workspace stops the calls for that one alone. */
  function circuitOf(workspace: string): Circuit {
    const circuit = ofWorkspace.get(workspace) ?? createCircuit(clock, UNREADABLE);
    ofWorkspace.set(workspace, circuit);
    return (call) => throughCircuit(() => circuit(call));
  }

  const hold = createHold(clock);

  return {
    readPage(request) {
      const { signal } = request;
      let pause = 0;
      // cockatiel's own wait cannot be cancelled, so it is told to wait for nothing and we wait instead.
      const backoff = new DelegateBackoff(({ attempt, result }: IRetryBackoffContext<unknown>) => {
        if ('error' in result && result.error instanceof UpstreamFailure) {
          pause = pauseAfter(result.error, attempt);
          hold.extend(result.error, pause);
          onRetry?.(result.error, pause, attempt + 1);
        }
        return 0;
      });
      return retry(handleWhen(mayPass), { maxAttempts: attempts - 1, backoff }).execute(async () => {
        const turn = hold.ask(request.insists ?? false);
        const delay = Math.max(pause, turn.delay);
        if (delay > 0) await wait(delay, signal);
        return circuitOf(request.workspace)(async () => {
          await pacer.take(signal);
          return turn.keep(() => client.readPage(request));
        });
      }, signal);
    },
  };
}

function mayPass(error: Error): boolean {
  return (
    error instanceof UpstreamFailure &&
    !(error instanceof CircuitOpen) &&
    error.kind in FIRST_WAIT &&
    (error.retryAfterMs ?? 0) <= PATIENCE_MS
  );
}

/** Milliseconds before the next call. `attempt` counts the failures so far, from 1. */
function pauseAfter(failure: UpstreamFailure, attempt: number): number {
  if (failure.retryAfterMs !== null) return Math.max(SHORTEST_WAIT_MS, failure.retryAfterMs);
  const initialDelay = FIRST_WAIT[failure.kind] ?? 0;
  const [pause] = halfJitterGenerator(attempt - 1, {
    initialDelay,
    maxDelay: PATIENCE_MS,
    exponent: 2,
    generator: halfJitterGenerator,
  });
  return pause;
}
