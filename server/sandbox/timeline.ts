import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Eighteen months. */
const DAYS = 548;

/** Weights of a month (January first), a weekday (Sunday first) and an hour of the day (UTC). */
const MONTHS = [1.3, 0.95, 0.9, 0.9, 0.95, 0.9, 0.85, 0.8, 1, 1.05, 1.4, 1.5];
const WEEKDAYS = [0.4, 1.35, 1.15, 1.1, 1.1, 1.15, 0.75];
const HOURS = [1, 1, 1, 1, 2, 4, 8, 14, 20, 22, 21, 18, 16, 18, 19, 18, 16, 14, 12, 10, 8, 5, 3, 2];

/**
 * Instants at which tickets came in: so many of the last eighteen months in epoch milliseconds, the newest
 * first and none after `now`. Winter, Mondays and office hours are busier, and the last hours have some.
 */
export function inventInstants(count: number, now: number, random: Random): number[] {
  const days = Array.from({ length: DAYS }, (_, index) => now - (index + 1) * DAY_MS);
  const total = days.reduce((sum, day) => sum + busyness(day), 0);
  const recent = Math.min(count, Math.ceil(count / 300));
  const instants = Array.from({ length: recent }, () => now - random.whole(60_000, 8 * HOUR_MS));
  // Each day gets its share: the sum so far is rounded, so that the shares add up to the count.
  let busy = 0;
  let given = 0;
  for (const day of days) {
    busy += busyness(day);
    const due = Math.round(((count - recent) * busy) / total);
    for (; given < due; given += 1) instants.push(day + timeWithin(day, random));
  }
  return instants.sort((a, b) => b - a);
}

function busyness(day: number): number {
  const date = new Date(day);
  return (MONTHS[date.getUTCMonth()] ?? 1) * (WEEKDAYS[date.getUTCDay()] ?? 1);
}

/** Milliseconds after the start of a 24-hour span, in an hour that is as likely as it is busy. */
function timeWithin(start: number, random: Random): number {
  const hourOfDay = new Date(start).getUTCHours();
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const hour = random.weighted(hours, (offset) => HOURS[(hourOfDay + offset) % 24] ?? 1);
  return hour * HOUR_MS + random.whole(0, HOUR_MS - 1);
}
