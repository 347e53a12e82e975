import { addDays, dayIn, startOfDay } from './zones.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
/** The rest of an instant after its day: a time with its zone. */
const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** The running day, week or month, or one so many before it: `today-6`, `week-1`. It moves on, wherever it is kept. */
const PERIOD = /^(today|week|month)(?:-([1-9]\d{0,3}))?$/;

/** A period counted back from the running one, which is 0 ago. Weeks begin on Monday. */
export interface RelativePeriod {
  readonly unit: 'today' | 'week' | 'month';
  readonly ago: number;
}

/** The time and zone in which a date is read: what "today" is depends on both. */
export interface Calendar {
  /** Epoch milliseconds. */
  readonly now: number;
  /** An IANA time zone, or `UTC`. */
  readonly zone: string;
}

/**
 * Whether a text is a day (`2026-02-04`), an instant with its zone (`2026-02-04T08:59:52Z`) or a period counted from
 * the running one (`today`, `today-6`, `week-1`, `month`).
 */
export function isDate(text: string): boolean {
  return isDay(text) || isInstant(text) || PERIOD.test(text);
}

/** Whether a text is an instant with its zone. */
export function isInstant(text: string): boolean {
  return isDay(text.slice(0, 10)) && TIME.test(text.slice(10));
}

/**
 * The first instant that `issuedFrom` lets in, in epoch milliseconds. A bare day means that UTC day; a period
 * counted from the running one is one of the calendar's zone.
 */
export function startOf(text: string, calendar: Calendar): number {
  const period = relativePeriod(text);
  return period === null ? Date.parse(text) : startOfDay(firstDay(period, calendar), calendar.zone);
}

/** The first instant that `issuedTo` keeps out, in epoch milliseconds: a day or a period is let in whole. */
export function endOf(text: string, calendar: Calendar): number {
  const period = relativePeriod(text);
  if (period !== null) return startOfDay(addDays(lastDay(period, calendar), 1), calendar.zone);
  return isDay(text) ? Date.parse(addDays(text, 1)) : Date.parse(text);
}

/** Reads `today-6`, `week-1` or `month`; null for a text that does not count from today. */
export function relativePeriod(text: string): RelativePeriod | null {
  const [, unit, ago = '0'] = PERIOD.exec(text) ?? [];
  return unit === 'today' || unit === 'week' || unit === 'month' ? { unit, ago: Number(ago) } : null;
}

/** The first day of a period. */
export function firstDay({ unit, ago }: RelativePeriod, { now, zone }: Calendar): string {
  const today = dayIn(now, zone);
  const date = new Date(today);
  if (unit === 'month') return dayIn(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - ago, 1), 'UTC');
  if (unit === 'today') return addDays(today, -ago);
  // Weekdays count from Sunday, and weeks from Monday.
  return addDays(today, -((date.getUTCDay() + 6) % 7) - 7 * ago);
}

/** The last day of a period: the one before the next period begins. */
export function lastDay({ unit, ago }: RelativePeriod, calendar: Calendar): string {
  return addDays(firstDay({ unit, ago: ago - 1 }, calendar), -1);
}

/** Whether a text is a bare day like `2026-02-04`. */
export function isDay(text: string): boolean {
  const instant = DAY.test(text) ? Date.parse(text) : Number.NaN;
  // A day that its month does not have may be read as one of the next month.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
