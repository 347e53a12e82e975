import { ageInDays, DAY_MS } from '../../contract/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Day before month in words: no reader takes 4 February for 2 April. */
const LOCALE = 'en-GB';

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const utcDayWords = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const exactUtc = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
});
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `4 Feb 2026`, in the browser's zone. */
export function formatDay(instant: string): string {
  return day.format(Date.parse(instant));
}

/** `08:59` today, else `3 Feb 2026, 08:59`, in the browser's zone. */
export function formatMoment(instant: string, now: number): string {
  const at = Date.parse(instant);
  return day.format(at) === day.format(now) ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`;
}

/** `4 Feb 2026, 09:59 CET`, in the browser's zone. */
export function formatExact(instant: string): string {
  return exact.format(Date.parse(instant));
}

/** `4 Feb 2026, 08:59:52 UTC`. */
export function formatUtc(instant: string): string {
  return `${exactUtc.format(Date.parse(instant))} UTC`;
}

/** `3 days ago`, `in 2 hours`; months and years once days say little. */
export function formatRelative(instant: string, now: number): string {
  const past = Date.parse(instant) - now;
  const size = Math.abs(past);
  if (size < MINUTE_MS) return 'just now';
  if (size < HOUR_MS) return relative.format(Math.trunc(past / MINUTE_MS), 'minute');
  if (size < DAY_MS) return relative.format(Math.trunc(past / HOUR_MS), 'hour');
  const days = Math.trunc(past / DAY_MS);
  if (Math.abs(days) < 60) return relative.format(days, 'day');
  if (Math.abs(days) < 730) return relative.format(Math.trunc(days / 30.44), 'month');
  return relative.format(Math.trunc(days / 365.25), 'year');
}

/** How old something is, to the second while it is fresh: `12 s`, `4 min`, `3 h`, `2 days`. */
export function formatElapsed(milliseconds: number): string {
  const elapsed = Math.max(0, milliseconds);
  if (elapsed < MINUTE_MS) return `${Math.floor(elapsed / 1000)} s`;
  if (elapsed < HOUR_MS) return `${Math.floor(elapsed / MINUTE_MS)} min`;
  if (elapsed < 2 * DAY_MS) return `${Math.floor(elapsed / HOUR_MS)} h`;
  return `${Math.floor(elapsed / DAY_MS)} days`;
}

/** A ticket's age in the table, `5 h` within the first day and `34 d` from then on. */
export function formatAge(issued: string, now: number): string {
  const days = ageInDays(Date.parse(issued), now);
  if (days >= 1) return `${days.toLocaleString('en')} d`;
  return `${Math.max(0, Math.trunc((now - Date.parse(issued)) / HOUR_MS))} h`;
}

/** A date as a query has it: `4 Feb 2026` for a day, with the time and UTC for an instant. */
export function formatQueryDate(text: string): string {
  return text.includes('T') ? formatUtc(text) : utcDayWords.format(Date.parse(text));
}

/** The UTC day that an instant falls on, as query keys take it: `2026-02-04`. */
export function utcDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
