import {
  addDays,
  type Calendar,
  dayIn,
  firstDay,
  isDay,
  lastDay,
  relativePeriod,
  startOfDay,
} from '../../contract/index.ts';

/** A range's first instant, when it begins with that day of the zone: an ISO instant in UTC. */
export function fromDay(day: string, zone: string): string {
  return new Date(startOfDay(day, zone)).toISOString();
}

/** The first instant after a range, when that day of the zone is its last: an ISO instant in UTC. */
export function toDay(day: string, zone: string): string {
  return fromDay(addDays(day, 1), zone);
}

/** The day like `2026-02-04` that a query's `issuedFrom` falls on; a bare day stays itself. */
export function dayOfFrom(text: string, calendar: Calendar): string {
  const period = relativePeriod(text);
  return period === null ? dayOf(text, calendar, 0) : firstDay(period, calendar);
}

/** The last day that a query's `issuedTo` lets in: an instant keeps itself out. */
export function dayOfTo(text: string, calendar: Calendar): string {
  const period = relativePeriod(text);
  return period === null ? dayOf(text, calendar, 1) : lastDay(period, calendar);
}

function dayOf(text: string, { zone }: Calendar, before: number): string {
  return isDay(text) ? text : dayIn(Date.parse(text) - before, zone);
}
