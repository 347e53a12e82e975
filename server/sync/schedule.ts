import { DAY_MS, type RefreshPlan } from '../../contract/index.ts';
import type { FailureState } from './failure-state.ts';
import type { Plan } from './planner.ts';

/** A kind of work: reading all pages, or checking the first one. */
export type Task = 'read' | 'check';

/** All that decides about the next step, besides the plan. Every `…At` is a moment of the clock. */
export interface SyncState {
  /** Start and end of the last read that ended well. */
  readonly lastRead: { readonly startedAt: number; readonly endedAt: number } | null;
  /** Start of the last check that ended well. */
  readonly lastCheckAt: number | null;
  readonly failureState: FailureState | null;
  /** The last attempt, if it broke off, and how many calls it took. */
  readonly failed: FailedTask | null;
}

/** An attempt that broke off. */
interface FailedTask {
  readonly task: Task;
  readonly startedAt: number;
  readonly calls: number;
  /** Whether a person has asked for it to be tried again. */
  readonly isRequested: boolean;
}

/** A task and the moment at which it is due; one in the past means at once. */
export interface Step {
  readonly task: Task;
  readonly at: number;
  readonly isRequested: boolean;
}

/** The next step if somebody watches; null when a problem has stopped the calls. */
export function nextStep(state: SyncState, plan: Plan): Step | null {
  const { lastRead, failureState, failed } = state;
  if (failureState !== null && failed !== null) return retryStep(failed, failureState, plan);
  if (lastRead === null) return { task: 'read', at: 0, isRequested: false };
  // The attempt is refused without a call, and so the reader is told.
  if (plan.usedUp) return { task: 'read', at: lastRead.startedAt + plan.refreshMs, isRequested: false };
  // A failure of a single page stops nothing, and the others are not read again any sooner for it.
  const readAt = Math.max(nextRead(lastRead, plan).at, failureState?.retryAt ?? 0);
  const read: Step = { task: 'read', at: readAt, isRequested: false };
  const check: Step = {
    task: 'check',
    at: checkDueAt(Math.max(lastRead.startedAt, state.lastCheckAt ?? 0), plan),
    isRequested: false,
  };
  return check.at < read.at ? check : read;
}

/** The moment at which the read after `lastRead` is due, and the reason for its being as late as that. */
export function nextRead(
  lastRead: { readonly startedAt: number; readonly endedAt: number },
  plan: Plan,
): { readonly at: number; readonly reason: RefreshPlan['reason'] } {
  const { startedAt, endedAt } = lastRead;
  const planned = onItsDay(startedAt, plan.readMs, plan.tomorrow.readMs, plan);
  // A read that takes longer than the interval must not be followed by the next without a breath.
  const rested = endedAt + (endedAt - startedAt);
  if (rested > planned) return { at: rested, reason: 'read-time' };
  return { at: planned, reason: planned - startedAt <= plan.refreshMs ? 'configured' : 'budget' };
}

function checkDueAt(lastSeenAt: number, { checkMs, tomorrow, midnight }: Plan): number {
  if (checkMs === null) return Number.POSITIVE_INFINITY;
  return onItsDay(lastSeenAt, checkMs, tomorrow.checkMs ?? tomorrow.readMs, { midnight });
}

/**
 * An interval on from `since`; what falls after midnight follows the plan of that day. What no day has the calls
 * for is put off from midnight to midnight.
 */
function onItsDay(
  since: number,
  today: number,
  tomorrow: number,
  { midnight }: Pick<Plan, 'midnight'>,
): number {
  return since + today <= midnight ? since + today : Math.max(midnight, since + Math.min(tomorrow, DAY_MS));
}

/**
 * The same task once more. A read that broke off has used up calls like one that did not: it is repeated only
 * when the plan has earned as many again.
 */
function retryStep(
  failed: NonNullable<SyncState['failed']>,
  { retryAt }: FailureState,
  { price, readMs, refreshMs, midnight }: Plan,
): Step | null {
  const { task, startedAt, calls, isRequested } = failed;
  if (retryAt === null) return null;
  if (task === 'check' || calls === 0) return { task, at: retryAt, isRequested };
  const spent = Math.min(1, calls / (price ?? calls));
  const earnedAt = Math.min(midnight, startedAt + spent * (readMs - refreshMs));
  return { task, at: Math.max(retryAt, earnedAt), isRequested };
}

/** Whether even a requested refresh has to wait: the upstream told us how long, or is down. */
export function isHeld(failureState: FailureState | null, now: number): boolean {
  return failureState !== null && now < failureState.heldUntil;
}

/** Keeps a requested refresh for the first moment at which it need not wait any more. */
export function postponeRequest(state: SyncState, now: number): SyncState {
  const { failureState, failed } = state;
  if (failureState === null) return state;
  return {
    ...state,
    failureState: { ...failureState, retryAt: failureState.heldUntil },
    // Who asks for it wants it whatever the attempt before has cost.
    failed: {
      task: failed?.task ?? 'read',
      startedAt: failed?.startedAt ?? now,
      calls: 0,
      isRequested: true,
    },
  };
}

/**
 * The task that a requested refresh gets: a read of all if the day's calls last for it, else a check. When none
 * is left, or nothing was ever read, the read is tried, so that the reader is told.
 */
export function requestedTask({ lastRead }: SyncState, { leftInAll, price, usedUp }: Plan): Task {
  return lastRead === null || usedUp || leftInAll >= (price ?? 1) ? 'read' : 'check';
}
