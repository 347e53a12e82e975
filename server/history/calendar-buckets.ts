import {
  DAY_MS,
  DEFAULT_BUCKETS,
  dayIn,
  MAX_BUCKETS,
  startOfDay,
  type TrendSpan,
  type TrendsOptions,
} from '../../contract/index.ts';

/** Consecutive stretches of the calendar, or why there are none. */
export type CalendarBuckets =
  | {
      readonly ok: true;
      /** The beginning of each, ascending, and one more for the end of the last: epoch milliseconds. */
      readonly bounds: Float64Array;
    }
  | { readonly ok: false; readonly error: 'from-after-to' | 'too-many' };

/** Steps through the calendar. Days are given as their midnight in UTC, epoch milliseconds. */
interface Division {
  /** The first day of the bucket that is so many after the one that holds a day. */
  readonly begin: (day: number, later: number) => number;
}

const DIVISIONS: { readonly [Span in TrendSpan]: Division } = {
  day: { begin: (day, later) => day + later * DAY_MS },
  week: {
    // Weekdays count from Sunday, and weeks from Monday.
    begin: (day, later) => day + (7 * later - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS,
  },
  month: {
    begin(day, later) {
      const date = new Date(day);
      return new Date(0).setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
    },
  },
};

/** The whole buckets that hold all days asked for; by default the last ones, up to the running one. */
export function calendarBuckets({ span, from, to, zone }: TrendsOptions, now: number): CalendarBuckets {
  const { begin } = DIVISIONS[span];
  const lastDay = Date.parse(to ?? dayIn(now, zone));
  const firstDay = from === null ? begin(lastDay, 1 - DEFAULT_BUCKETS[span]) : Date.parse(from);
  if (firstDay > lastDay) return { ok: false, error: 'from-after-to' };
  const days: number[] = [];
  for (let day = begin(firstDay, 0); day <= lastDay; day = begin(day, 1)) {
    if (days.push(day) > MAX_BUCKETS) return { ok: false, error: 'too-many' };
  }
  days.push(begin(lastDay, 1));
  const bounds = days.map((day) => startOfDay(dayIn(day, 'UTC'), zone));
  // A zone that crosses the date line leaves a day out: one that ends as it begins.
  return { ok: true, bounds: Float64Array.from(new Set(bounds)) };
}
