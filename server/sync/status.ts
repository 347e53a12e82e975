import type { RefreshPlan, SnapshotStatus, Ticket } from '../../contract/index.ts';
import type { ReadingStatus } from '../snapshot/source.ts';
import { dueAt, isWatched, type Situation } from './schedule.ts';
import { toProblem } from './trouble.ts';

/** A read that is going on. */
export interface Reading {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Distinct tickets so far, and the upstream's count; null until its first page has come. */
  soFar: { readonly tickets: ReadonlyMap<number, Ticket>; readonly total: number | null };
}

/** All that the status of a workspace's reading is made of. */
export interface StatusParts {
  readonly situation: Situation;
  readonly reading: Reading | null;
  readonly hasSnapshot: boolean;
  readonly calls: SnapshotStatus['calls'];
}

/** Puts into the contract's words what is going on. `now` in epoch milliseconds. */
export function statusOf(parts: StatusParts, now: number): ReadingStatus {
  const { situation, calls } = parts;
  const next = isWatched(situation, now) ? nextRefresh(parts) : null;
  return {
    state: stateOf(parts),
    nextRefreshAt: next === null ? null : new Date(next).toISOString(),
    refresh: planOf(situation),
    problem: situation.trouble === null ? null : toProblem(situation.trouble),
    calls,
    progress: progressOf(parts),
  };
}

function planOf({ refreshMs }: Situation): RefreshPlan {
  const everySeconds = refreshMs / 1000;
  return { price: null, everySeconds, reason: 'configured', seenWithinSeconds: everySeconds };
}

/** A problem is over when a read has ended well, not when the next one begins: then it might flicker. */
function stateOf({ situation, reading, hasSnapshot }: StatusParts): ReadingStatus['state'] {
  if (situation.trouble !== null) return hasSnapshot ? 'stale' : 'loading';
  if (situation.lastRead === null) return 'loading';
  return reading === null ? 'fresh' : 'refreshing';
}

function nextRefresh({ situation, reading }: StatusParts): number | null {
  return reading === null ? dueAt(situation) : reading.startedAt + situation.refreshMs;
}

function progressOf({ situation, reading }: StatusParts): ReadingStatus['progress'] {
  if (reading === null || situation.lastRead !== null) return null;
  return { loaded: reading.soFar.tickets.size, total: reading.soFar.total };
}
