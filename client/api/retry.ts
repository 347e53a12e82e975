import type { Query } from '@tanstack/react-query';
import { ApiProblem } from './request.ts';

/** Between two tries after failures, in milliseconds: doubling from the first to the longest. */
const FIRST = 2_000;
/** One request of a tab in so long costs a server that is down nothing, and its reader waits no longer than needed. */
const LONGEST = 10_000;

/** Delay while the server reads its first tickets, in milliseconds: they come in a second or two. */
const FIRST_TICKETS = 1_000;

/** Delay after the `failures`th failure in a row, from 1, in milliseconds. */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST, FIRST * 2 ** (failures - 1));
}

/** History of a query, as far as its next try depends on it. */
interface Streak {
  /** Count of all the query's answers; `failures`, of all its failures. */
  readonly answers: number;
  readonly failures: number;
  /** Count of failures at the last answer. */
  readonly failuresBefore: number;
  /** Instant of the next try, by the monotonic clock; null when there is none. */
  readonly nextTryAt: number | null;
}

const streaks = new WeakMap<object, Streak>();

/** Part of a query that tells its streak. */
type Tried = Pick<Query<unknown, Error>, 'state'>;

/**
 * Time until a query that has failed is tried again, in milliseconds: longer with each failure in a row, from
 * the start after an answer. False for one that has not failed, and for a failure that a retry can't fix.
 */
export function retryInterval(query: Tried): number | false {
  const { error, dataUpdateCount: answers, errorUpdateCount: failures } = query.state;
  const known = streaks.get(query);
  const same = known?.answers === answers;
  // Before the first look at it a query has failed once at most.
  const failuresBefore = same ? known.failuresBefore : error === null ? failures : failures - 1;
  const delay = error === null ? false : delayAfter(error, failures - failuresBefore);
  if (!same || known.failures !== failures) {
    const nextTryAt = delay === false ? null : performance.now() + delay;
    streaks.set(query, { answers, failures, failuresBefore, nextTryAt });
  }
  return delay;
}

/** Instant of a query's next try, by the monotonic clock (`performance.now()`); null when there is none. */
export function nextTryOf(query: Tried): number | null {
  return query.state.error === null ? null : (streaks.get(query)?.nextTryAt ?? null);
}

function delayAfter(error: Error, failures: number): number | false {
  if (isOnItsWay(error)) return FIRST_TICKETS;
  return isPermanent(error) ? false : retryDelay(failures);
}

/** Whether the server has not read its first tickets yet. */
export function isOnItsWay(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'not-loaded-yet';
}

/** Whether the requested snapshot is no longer stored. */
export function isGone(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'snapshot-gone';
}

/** Whether nobody is signed in any more. */
export function isSignedOut(error: Error | null): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === 'not-signed-in';
}

/** Whether the same request would fail again. Everything else may recover, too many requests among it. */
export function isPermanent(error: Error): boolean {
  return error instanceof ApiProblem && error.problem.status < 500 && error.problem.status !== 429;
}
