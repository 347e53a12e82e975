import {
  addDays,
  type Calendar,
  DAY_MS,
  dayIn,
  endOf,
  type Summary,
  startOf,
  startOfDay,
  type TicketQuery,
} from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';

/** The fewest tickets that a percentage is told of. */
const FEWEST = 20;

/** Beyond so many percent it is told how many times as many there are. */
const MANY_PERCENT = 200;

/** The period before a query's own, of as many days. */
export interface PeriodBefore {
  /** Instants in epoch milliseconds, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly days: number;
}

/**
 * The period before the one of a query's issue dates. A period that still runs is compared up to the same time of day.
 *
 * @param calendar its `now` is the instant at which the data was taken
 * @returns null for a query without a first day, or one that begins within a day
 */
export function periodBefore(
  { issuedFrom, issuedTo }: Pick<TicketQuery, 'issuedFrom' | 'issuedTo'>,
  calendar: Calendar,
): PeriodBefore | null {
  const { now, zone } = calendar;
  if (issuedFrom === null) return null;
  const from = startOf(issuedFrom, calendar);
  const to = Math.min(now, issuedTo === null ? now : endOf(issuedTo, calendar));
  const firstDay = dayIn(from, zone);
  if (to <= from || startOfDay(firstDay, zone) !== from) return null;
  const days = (Date.parse(dayIn(to - 1, zone)) - Date.parse(firstDay)) / DAY_MS + 1;
  const before = (instant: number) => {
    const day = dayIn(instant, zone);
    return startOfDay(addDays(day, -days), zone) + (instant - startOfDay(day, zone));
  };
  return { from: before(from), to: before(to), days };
}

/**
 * The instant from which on all tickets are known, as far as a summary of all of them by `issued` tells; infinite
 * where there are none. What lies before may never have been in QuestionPro's list.
 */
export function knownSince({ axes: [axis], total }: Summary): number {
  if (axis?.earlier) return Date.parse(axis.values[1]?.until ?? '');
  return total.oldest === null ? Number.POSITIVE_INFINITY : Date.parse(total.oldest);
}

/** `2,210 issued, 4 % fewer than in the 30 days before`. */
export function comparePeriods(count: number, before: number, days: number): string {
  const issued = `${formatCount(count)} issued`;
  const period = days === 1 ? 'the day before' : `the ${formatCount(days)} days before`;
  if (count === before) return `${issued}, as many as in ${period}`;
  if (before < FEWEST) return `${issued}, ${before === 0 ? 'none' : formatCount(before)} in ${period}`;
  const percent = (Math.abs(count - before) / before) * 100;
  if (count > before && percent >= MANY_PERCENT)
    return `${issued}, ${(count / before).toFixed(1)} times as many as in ${period}`;
  const share =
    percent < 1
      ? 'under 1'
      : percent > 99 && count < before && count > 0
        ? 'over 99'
        : String(Math.round(percent));
  return `${issued}, ${share} % ${count > before ? 'more' : 'fewer'} than in ${period}`;
}
