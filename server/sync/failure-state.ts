import type { FailureKind, SnapshotProblem, Workspace } from '../../contract/index.ts';
import { backOffMs } from '../upstream/back-off.ts';
import { CircuitOpenFailure } from '../upstream/circuit-breaker.ts';
import { type Clock, endOfDay, toIso } from '../upstream/clock.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import { policyOf } from '../upstream/failure-kinds.ts';
import { MAX_HONORED_WAIT_MS, PROBE_INTERVAL_MS } from '../upstream/retry-after.ts';
import { UNCONFIRMED_LOSS_SENTENCE, UnconfirmedLoss } from './loss-guard.ts';

const BACK_OFF = { firstMs: 5_000, longestMs: 300_000 };

/** The facts of a failure that decide what follows; an `UpstreamFailure` has them. */
export interface FailureFacts {
  readonly kind: FailureKind;
  /** One plain sentence without anything that the upstream sent. */
  readonly message: string;
  /** Milliseconds that we were told to wait; null when nobody said. */
  readonly retryAfterMs: number | null;
}

/** A row of failed reads without a good one between them. Every `…At` and the like is a moment of the clock. */
export interface FailureState {
  readonly kind: FailureKind;
  readonly message: string;
  /** The moment of the first of them. */
  readonly since: number;
  readonly failures: number;
  /** The moment of the next attempt; null when somebody has to act first. */
  readonly retryAt: number | null;
  /** The moment until which no request changes that: the upstream told us how long, or is down. */
  readonly heldUntil: number;
}

/** Circumstances that decide about the next attempt. */
interface RetryContext {
  readonly clock: Clock;
  /** From 0 to 1, so that many processes do not all come back at the same moment. */
  readonly random: number;
  /** The moment of the next read that is due anyway: a failure of a few pages is no reason for one before that. */
  readonly earliest?: number;
}

/** Adds a failure to those before it. */
export function addFailure(
  before: FailureState | null,
  { kind, message, retryAfterMs }: FailureFacts,
  { clock, random, earliest = 0 }: RetryContext,
): FailureState {
  const now = clock.now();
  const failures = (before?.failures ?? 0) + 1;
  const told = retryAfterMs ?? 0;
  const own = backOffMs(failures, { ...BACK_OFF, random });
  const backOff = Math.max(earliest, now + Math.max(told, own));
  const { readAgain, slowsAll } = policyOf(kind);
  const retryAt = { 'on-request': null, tomorrow: endOfDay(clock, now), 'back-off': backOff }[readAgain];
  const hold = slowsAll ? Math.max(told, Math.min(own, MAX_HONORED_WAIT_MS)) : told;
  // A wait that is far too long may well be a mistake, so it does not bind those who ask.
  const heldUntil = now + (hold > MAX_HONORED_WAIT_MS ? PROBE_INTERVAL_MS : hold);
  return { kind, message, since: before?.since ?? now, failures, retryAt, heldUntil };
}

/**
 * Whether a failure may be that page's alone, so that the others are still worth asking for. When not even a
 * first page is answered, that is nothing about the page.
 */
export function isSinglePageFailure(error: unknown, page: number): error is UpstreamFailure {
  if (!(error instanceof UpstreamFailure) || error instanceof CircuitOpenFailure) return false;
  const { mayBeOf } = policyOf(error.kind);
  return mayBeOf === 'any-page' || (mayBeOf === 'later-page' && page > 1);
}

/** The failure in words for readers: where it is about one workspace, with the name that we gave it. */
export function failureMessage(failure: FailureFacts, { id, name }: Workspace): string {
  if (failure instanceof UnconfirmedLoss) return UNCONFIRMED_LOSS_SENTENCE;
  return failure.message.replace(
    'this workspace',
    id === name ? `the workspace ${id}` : `the workspace ${name} (${id})`,
  );
}

/** The meaning of a failure of some pages, when all others could be read. */
export function failedPagesMessage({ message }: FailureFacts, pages: number): string {
  const some = pages === 1 ? 'One page of tickets' : `${pages} pages of tickets`;
  return `${some} could not be read, so some tickets are missing or as they were before. ${message}`;
}

/** The failure as readers are told it. */
export function toSnapshotProblem(
  { kind, message, since, retryAt }: FailureState,
  clock: Clock,
): SnapshotProblem {
  return {
    kind,
    message,
    since: toIso(clock, since),
    retryAt: retryAt === null ? null : toIso(clock, retryAt),
  };
}

/** Adds that some pages could not be read: a failure, but no reason to read all the others sooner than planned. */
export function addFailedPages(
  before: FailureState | null,
  failure: FailureFacts,
  pages: number,
  context: RetryContext,
): FailureState {
  // The upstream has answered, so what it takes to be down again begins anew.
  const reset = before && { ...before, failures: 0 };
  return addFailure(reset, { ...failure, message: failedPagesMessage(failure, pages) }, context);
}
