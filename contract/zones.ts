import { DAY_MS } from './age.ts';

/** The longest name of a zone, in characters; the longest that there is has 32. */
const LONGEST_NAME = 64;

/** Whether this is a time zone that this machine knows, by its IANA name (`Europe/Berlin`) or `UTC`. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null;
}

/** A time zone's one spelling, as any of them is taken: `europe/BERLIN` is `Europe/Berlin`. Null for what is no zone. */
export function canonicalZone(name: string): string | null {
  if (clocks.has(name)) return name;
  if (name.length > LONGEST_NAME) return null;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // A RangeError: this machine knows no zone of that name.
    return null;
  }
}

/** The calendar day that an instant (epoch milliseconds) falls on in a zone: `2026-02-04`. */
export function dayIn(instant: number, zone: string): string {
  return dayText(instant + offsetAt(instant, zone));
}

/**
 * The first instant (epoch milliseconds) of a calendar day like `2026-02-04` in a zone. Where clocks go
 * forward at midnight that is later than 00:00, and the day is shorter.
 */
export function startOfDay(day: string, zone: string): number {
  const wall = Date.parse(day);
  // The offset depends on the instant, which depends on the offset: of the two that can be meant, the
  // earlier one that falls on the day.
  const guesses = [wall - offsetAt(wall - DAY_MS, zone), wall - offsetAt(wall + DAY_MS, zone)];
  const starts = guesses.toSorted((a, b) => a - b).filter((guess) => dayIn(guess, zone) === day);
  return starts[0] ?? Math.max(...guesses);
}

/**
 * The instant (epoch milliseconds) at which a zone's clocks show a time like `08:30` on a day. The first of two where clocks
 * go back; as much later as clocks go forward past it.
 */
export function timeOfDayIn(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  const guesses = [wall - offsetAt(wall - DAY_MS, zone), wall - offsetAt(wall + DAY_MS, zone)];
  const shown = guesses.filter((guess) => guess + offsetAt(guess, zone) === wall);
  return shown.length === 0 ? Math.max(...guesses) : Math.min(...shown);
}

/** The day that is so many days after another; fewer than none is before it. */
export function addDays(day: string, days: number): string {
  return dayText(Date.parse(day) + days * DAY_MS);
}

/** Beyond the years 0 to 9999 a day has a sign and six digits for its year, as `Date.parse` reads it. */
function dayText(wall: number): string {
  const [day = ''] = new Date(wall).toISOString().split('T');
  return day;
}

/** Until here every zone kept the time of its sun: the first rules are of the 1830s. */
const BEFORE_RULES = Date.parse('1800-01-01');

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const second = Math.floor(Math.max(instant, BEFORE_RULES) / 1000) * 1000;
  // As in `02/04/2026, 09:30:00`. Its parts one by one would take three times as long.
  const numbers = clockOf(zone).format(second).split(/\D+/).map(Number);
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0, s = 0] = numbers;
  return Date.UTC(year, month - 1, day, hour, minute, s) - second;
}

/**
 * Clocks that are kept, by zone. Each takes some 40 kB and a tenth of a millisecond to make; an office's people are in a
 * handful of zones.
 */
const clocks = new Map<string, Intl.DateTimeFormat>();
const MAX_CLOCKS = 64;

/** @throws RangeError for a zone that is none */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const [oldest] = clocks.keys();
  if (clocks.size >= MAX_CLOCKS && oldest !== undefined) clocks.delete(oldest);
  clocks.set(zone, clock);
  return clock;
}
