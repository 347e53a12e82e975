import { addDays, dayIn, startOfDay } from './zones.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
/** The rest of an instant after its day: a time with its zone. */
const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** `today`, or so many days before it: `today-6`. It moves on at midnight, wherever it is kept. */
const RELATIVE_DAY = /^today(?:-([1-9]\d{0,3}))?$/;

/** The time and zone in which a date is read: what "today" is depends on both. */
export interface Calendar {
  /** Epoch milliseconds. */
  readonly now: number;
  /** An IANA time zone, or `UTC`. */
  readonly zone: string;
}

/**
 * Whether a text is a day (`2026-02-04`), an instant with its zone (`2026-02-04T08:59:52Z`) or a day counted
 * from today (`today`, `today-6`).
 */
export function isDate(text: string): boolean {
  return isDay(text) || isInstant(text) || RELATIVE_DAY.test(text);
}

/** Whether a text is an instant with its zone. */
export function isInstant(text: string): boolean {
  return isDay(text.slice(0, 10)) && TIME.test(text.slice(10));
}

/**
 * The first instant that `issuedFrom` lets in, in epoch milliseconds. A bare day means that UTC day; a day
 * counted from today is one of the calendar's zone.
 */
export function startOf(text: string, calendar: Calendar): number {
  const day = relativeDay(text, calendar);
  return day === null ? Date.parse(text) : startOfDay(day, calendar.zone);
}

/** The first instant that `issuedTo` keeps out, in epoch milliseconds: a day is let in whole. */
export function endOf(text: string, calendar: Calendar): number {
  const day = relativeDay(text, calendar);
  if (day !== null) return startOfDay(addDays(day, 1), calendar.zone);
  return isDay(text) ? Date.parse(addDays(text, 1)) : Date.parse(text);
}

/** The day that `today-6` means; null for a text that does not count from today. */
export function relativeDay(text: string, { now, zone }: Calendar): string | null {
  const [matched, days] = RELATIVE_DAY.exec(text) ?? [];
  return matched === undefined ? null : addDays(dayIn(now, zone), -Number(days ?? 0));
}

/** Whether a text is a bare day like `2026-02-04`. */
export function isDay(text: string): boolean {
  const instant = DAY.test(text) ? Date.parse(text) : Number.NaN;
  // A day that its month does not have may be read as one of the next month.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
