import { isDeepStrictEqual } from 'node:util';
import { DAY_MS, type Ticket, type TicketQuery } from '../contract/index.ts';
import { calendarBuckets } from '../server/history/calendar-buckets.ts';
import { diffRead } from '../server/history/diff-read.ts';
import { createHistory, type RecordedHistory } from '../server/history/recorded-history.ts';
import { trends } from '../server/history/trends.ts';
import { BENCH_NOW } from './tickets.ts';

/** The changes of each ticket in the year that is made up. */
const CHANGES = 3;
const WEEKS = 52;
const STATUSES = ['NEW', 'OPEN', 'ESCALATED', 'RESOLVED'];

/** A year of weekly reads in which every ticket has four states, and what recording it took, in milliseconds. */
interface RecordedYear {
  readonly history: RecordedHistory;
  /** The longest step of comparing a read, and the longest time to take a recording in. */
  readonly longestStep: number;
  readonly longestApply: number;
}

export function recordYear(tickets: readonly Ticket[]): RecordedYear {
  const history = createHistory();
  let longestStep = 0;
  let longestApply = 0;
  let previous: readonly Ticket[] = [];
  for (let week = 0; week <= WEEKS; week++) {
    const takenAt = BENCH_NOW - (WEEKS - week) * 7 * DAY_MS;
    const now: readonly Ticket[] =
      week === 0 ? tickets : previous.map((ticket, index) => age(ticket, index, week));
    const read = { number: week + 1, takenAt, whole: true, total: now.length };
    const steps = diffRead({ history, read, tickets: now, previous, isSame: isDeepStrictEqual });
    for (let isOver = false; !isOver; ) {
      const before = performance.now();
      const step = steps.next();
      longestStep = Math.max(longestStep, performance.now() - before);
      isOver = step.done === true;
      if (!step.done) continue;
      const start = performance.now();
      history.apply(step.value);
      longestApply = Math.max(longestApply, performance.now() - start);
    }
    previous = now;
  }
  return { history, longestStep, longestApply };
}

/** A ticket a week later: every seventeenth week it changes. */
function age(ticket: Ticket, index: number, week: number): Ticket {
  if ((week + index) % Math.floor(WEEKS / CHANGES) !== 0) return ticket;
  const status = STATUSES[(index + week) % STATUSES.length] as string;
  const isOverdue = week % 2 === 0 ? ticket.isOverdue : !ticket.isOverdue;
  return { ...ticket, status, isOverdue, updatedAt: null };
}

/** Times the trends of the last twelve months by week, in milliseconds each. */
export function timeTrends(
  { history }: RecordedYear,
  queries: readonly TicketQuery[],
  by: 'segment' | null,
): readonly number[] {
  const range = { span: 'week', zone: 'Europe/Berlin', from: null, to: null, by } as const;
  return queries.map((query) => {
    const start = performance.now();
    const from = new Date(BENCH_NOW - (WEEKS - 1) * 7 * DAY_MS).toISOString().slice(0, 10);
    const buckets = calendarBuckets({ ...range, from }, BENCH_NOW);
    if (!buckets.ok) throw new Error(buckets.error);
    const issued = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    trends(history, { ...range, query, issued, today: null, bounds: buckets.bounds, now: BENCH_NOW });
    return performance.now() - start;
  });
}
