import type { Clock } from '../upstream/clock.ts';
import type { Plan } from './planner.ts';
import { nextStep, type Step, type SyncState } from './schedule.ts';

/** A time of the day in the process's zone. */
export interface TimeOfDay {
  readonly hours: number;
  readonly minutes: number;
}

/** `06:00` */
export function formatTimeOfDay({ hours, minutes }: TimeOfDay): string {
  return [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The first instant after another at which it is that time of the day; both in epoch milliseconds. */
export function nextTimeOfDay(after: number, { hours, minutes }: TimeOfDay): number {
  const date = new Date(after);
  const onDay = (later: number) =>
    // Where clocks go forward past the time it is read as later, where they go back it is the first of two.
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + later, hours, minutes).getTime();
  return onDay(0) > after ? onDay(0) : onDay(1);
}

interface DailyOptions {
  readonly state: SyncState;
  readonly plan: Plan;
  /** The moment at which this process began: what it would have read before is not made up for. */
  readonly begunAt: number;
  readonly recordAt: TimeOfDay;
  readonly clock: Clock;
}

/** The read that is made once a day whether somebody watches or not, as far as the day's calls last. */
export function dailyStep({ state, plan, begunAt, recordAt, clock }: DailyOptions): Step | null {
  const now = clock.now();
  const last = state.lastRead?.startedAt ?? begunAt;
  const wait = nextTimeOfDay(clock.toWall(last), recordAt) - clock.toWall(now);
  if (wait > 0) return { task: 'read', at: now + wait, isRequested: false };
  // One that failed is tried again as any other.
  if (state.failureState !== null && state.failed !== null) return nextStep(state, plan);
  const hasCalls = !plan.usedUp && plan.leftInAll >= (plan.price ?? 1);
  return { task: 'read', at: hasCalls ? now : plan.midnight, isRequested: false };
}

/** The earlier of two steps. */
export function earlierStep(one: Step | null, other: Step | null): Step | null {
  if (one === null || other === null) return one ?? other;
  return other.at < one.at ? other : one;
}
