import type { Query } from '@tanstack/react-query';
import { ApiProblem } from './request.ts';

/** Between two tries after failures, in milliseconds: doubling from the first to the longest. */
const FIRST = 2_000;
/** One request of a tab in so long costs a server that is down nothing, and its reader waits no longer than needed. */
const LONGEST = 10_000;

/** How long to wait while the server reads its first tickets, in milliseconds: they come in a second or two. */
const FIRST_TICKETS = 1_000;

/** How long to wait after the `failures`th failure in a row, from 1. */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST, FIRST * 2 ** (failures - 1));
}

/** What a query has been through, as far as its next try depends on it. */
interface Streak {
  /** How many answers and failures the query has had in all. */
  readonly answers: number;
  readonly failures: number;
  /** How many failures it had had when it was last answered. */
  readonly failuresBefore: number;
  /** When it is tried next, by the monotonic clock; null when it is not. */
  readonly nextTryAt: number | null;
}

const streaks = new WeakMap<object, Streak>();

/** What of a query tells its streak. */
type Tried = Pick<Query<unknown, Error>, 'state'>;

/**
 * How long until a query that has failed is tried again, in milliseconds: longer with each failure in a row, and from
 * the beginning after an answer. False for one that has not failed, and for a failure that another try does not mend.
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

/** When a query is tried next, by the monotonic clock (`performance.now()`); null when it is not. */
export function nextTryOf(query: Tried): number | null {
  return query.state.error === null ? null : (streaks.get(query)?.nextTryAt ?? null);
}

function delayAfter(error: Error, failures: number): number | false {
  if (isOnItsWay(error)) return FIRST_TICKETS;
  return isFaultOfQuestion(error) ? false : retryDelay(failures);
}

/** Whether the server has not read its first tickets yet. */
export function isOnItsWay(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'not-loaded-yet';
}

/** Whether the snapshot that was asked for is no longer kept. */
export function isGone(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'snapshot-gone';
}

/** Whether the same question would fail again. Everything else may mend itself, too many requests among it. */
export function isFaultOfQuestion(error: Error): boolean {
  return error instanceof ApiProblem && error.problem.status < 500 && error.problem.status !== 429;
}
