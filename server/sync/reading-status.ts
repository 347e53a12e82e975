import type { RefreshPlan, Ticket } from '../../contract/index.ts';
import type { ReadingStatus } from '../snapshot/ports.ts';
import { type Clock, toIso } from '../upstream/clock.ts';
import { formatTimeOfDay, type TimeOfDay } from './daily-read.ts';
import { toSnapshotProblem } from './failure-state.ts';
import type { Plan } from './planner.ts';
import { nextRead, nextStep, type SyncState } from './schedule.ts';

/** A read that is going on. */
export interface Reading {
  /** A moment. */
  readonly startedAt: number;
  /** Distinct tickets so far, and the upstream's count; null until its first page has come. */
  soFar: { readonly tickets: ReadonlyMap<number, Ticket>; readonly total: number | null };
}

/** The read of each day, and the moment of the next. */
interface DailyRead {
  readonly at: TimeOfDay;
  readonly next: number | null;
}

/** All that the status of a workspace's reading is made of. */
export interface StatusParts {
  readonly syncState: SyncState;
  readonly plan: Plan;
  /** Somebody looks at it, and what is stored of it is no longer waited for. */
  readonly watched: boolean;
  /** The read of all pages that is going on. */
  readonly reading: Reading | null;
  readonly hasSnapshot: boolean;
  readonly calls: ReadingStatus['calls'];
  readonly daily: DailyRead | null;
}

/** Puts into the contract's words what is going on. */
export function readingStatus(parts: StatusParts, clock: Clock): ReadingStatus {
  const { syncState, plan, watched, calls } = parts;
  const next = watched ? nextRefresh(parts) : null;
  return {
    state: stateOf(parts),
    nextRefreshAt: next === null ? null : toIso(clock, next),
    refresh: refreshPlan(syncState, plan, clock.now()),
    problem: problemOf(syncState, plan, clock),
    calls,
    progress: progressOf(parts),
    daily: dailyOf(parts, clock),
  };
}

/** The plan in force. A change just after a read has passed it is seen when the next read has ended. */
function refreshPlan({ lastRead }: SyncState, plan: Plan, now: number): RefreshPlan {
  const { startedAt, endedAt } = lastRead ?? { startedAt: now, endedAt: now };
  const next = nextRead({ startedAt, endedAt }, plan);
  return {
    price: plan.price,
    everySeconds: Math.ceil((next.at - startedAt) / 1000),
    reason: next.reason,
    seenWithinSeconds: Math.ceil((next.at + endedAt - 2 * startedAt) / 1000),
  };
}

/** A retry that the budget puts off is told as late as it will be. */
function problemOf(syncState: SyncState, plan: Plan, clock: Clock): ReadingStatus['problem'] {
  const { failureState } = syncState;
  if (failureState === null) return null;
  const retryAt =
    failureState.retryAt === null ? null : Math.max(failureState.retryAt, nextStep(syncState, plan)?.at ?? 0);
  return toSnapshotProblem({ ...failureState, retryAt }, clock);
}

/** A problem is over when a read has ended well, not when the next one begins: then it might flicker. */
function stateOf({ syncState, reading, hasSnapshot }: StatusParts): ReadingStatus['state'] {
  if (syncState.failureState !== null) return hasSnapshot ? 'stale' : 'loading';
  if (syncState.lastRead === null) return 'loading';
  return reading === null ? 'fresh' : 'refreshing';
}

/** The moment at which all is read again; a check of the first page is no such read. */
function nextRefresh({ syncState, plan, reading }: StatusParts): number | null {
  const { lastRead, failureState, failed } = syncState;
  if (reading !== null)
    return nextRead({ startedAt: reading.startedAt, endedAt: reading.startedAt }, plan).at;
  if (lastRead === null || (failureState !== null && failed !== null))
    return nextStep(syncState, plan)?.at ?? null;
  return Math.max(nextRead(lastRead, plan).at, failureState?.retryAt ?? 0);
}

function progressOf({ syncState, reading }: StatusParts): ReadingStatus['progress'] {
  if (reading === null || syncState.lastRead !== null) return null;
  return { loaded: reading.soFar.tickets.size, total: reading.soFar.total };
}

function dailyOf({ daily }: StatusParts, clock: Clock): ReadingStatus['daily'] {
  if (daily === null) return null;
  return { at: formatTimeOfDay(daily.at), nextAt: daily.next === null ? null : toIso(clock, daily.next) };
}
