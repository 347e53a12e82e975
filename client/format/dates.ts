import { ageInDays, DAY_MS, dayIn, isDay, relativePeriod, startOfDay } from '../../contract/index.ts';
import { formatCount } from './numbers.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Day before month in words: no reader takes 4 February for 2 April. */
const LOCALE = 'en-GB';

const STYLES = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit' },
  exact: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  second: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
  zone: { timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const formats = new Map<string, Intl.DateTimeFormat>();

/** One for each style and zone: making one costs more than using it a thousand times. */
function formatOf(style: keyof typeof STYLES, zone: string): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALE, { ...STYLES[style], timeZone: zone });
  formats.set(key, format);
  return format;
}

/** `4 Feb 2026`, in that zone. */
export function formatDay(instant: string, zone: string): string {
  return formatOf('day', zone).format(Date.parse(instant));
}

/** `Wed, 4 Feb 2026`, of a bare day. */
export function formatWeekday(day: string): string {
  return formatOf('weekday', 'UTC').format(Date.parse(day));
}

/** `08:59` today, else `3 Feb 2026, 08:59`, in that zone. */
export function formatMoment(instant: string, now: number, zone: string): string {
  const at = Date.parse(instant);
  const clock = formatOf('clock', zone).format(at);
  return dayIn(at, zone) === dayIn(now, zone) ? clock : `${formatDay(instant, zone)}, ${clock}`;
}

/** `4 Feb 2026, 09:59 CET`, in that zone. */
export function formatExact(instant: string, zone: string): string {
  return formatOf('exact', zone).format(Date.parse(instant));
}

/** `4 Feb 2026, 08:59:52 UTC`. */
export function formatUtc(instant: string): string {
  return `${formatOf('second', 'UTC').format(Date.parse(instant))} UTC`;
}

/** `CET`, the short name that a zone has at an instant in epoch milliseconds. */
export function formatZone(zone: string, now: number): string {
  const parts = formatOf('zone', zone).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
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

/** Elapsed time, to the second within a minute: `12 s`, `4 min`, `3 h`, `2 days`. */
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
  if (days >= 1) return `${formatCount(days)} d`;
  return `${Math.max(0, Math.trunc((now - Date.parse(issued)) / HOUR_MS))} h`;
}

/**
 * A date as a query has it: `today`, `6 days ago`, `last week`, `4 Feb 2026` for a day or for an instant at which a day of the
 * zone begins, else with its time and zone.
 */
export function formatQueryDate(text: string, zone: string): string {
  const period = relativePeriod(text);
  if (period !== null) return relative.format(-period.ago, period.unit === 'today' ? 'day' : period.unit);
  if (isDay(text)) return formatDay(text, 'UTC');
  const at = Date.parse(text);
  return startOfDay(dayIn(at, zone), zone) === at ? formatDay(text, zone) : formatExact(text, zone);
}
