import { DAY_MS, dayIn, INTERVALS, type Interval, MAX_SPANS, startOfDay } from '../../contract/index.ts';

/** Consecutive stretches of time, without gaps. */
export interface Spans {
  readonly interval: Interval;
  /** The beginning of each, ascending, and one more for the end of the last: epoch milliseconds. */
  readonly bounds: readonly number[];
  /** The name of each, as people call it. */
  readonly labels: readonly string[];
  /** Whether the first holds all that is earlier than the others. */
  readonly earlier?: true;
  /** Whether the last holds all that is later than the others. */
  readonly later?: true;
}

/** The division of the calendar by an interval. Days are given as their midnight in UTC, epoch milliseconds. */
interface Division {
  /** The first day of the span that holds a day. */
  readonly begin: (day: number) => number;
  /** The first day of the span after the one that begins on a day. */
  readonly next: (begin: number) => number;
  readonly label: (begin: number) => string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const WEEK_OF = 'Week of ';

const DIVISIONS: { readonly [Key in Interval]: Division } = {
  day: { begin: (day) => day, next: (day) => day + DAY_MS, label: labelDay },
  week: {
    // Weekdays count from Sunday, and weeks from Monday.
    begin: (day) => day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS,
    next: (monday) => monday + 7 * DAY_MS,
    label: (monday) => `${WEEK_OF}${labelDay(monday)}`,
  },
  month: {
    begin: (day) => firstOfMonth(day, 0),
    next: (first) => firstOfMonth(first, 1),
    label: labelMonth,
  },
  year: {
    begin: (day) => firstOfYear(day, 0),
    next: (first) => firstOfYear(first, 1),
    label: (first) => String(new Date(first).getUTCFullYear()),
  },
};

/** The greatest share of dates that are folded into one span, earlier or later than the others. */
const FEW = 0.01;

/**
 * The days, weeks, months or years that hold these instants (epoch milliseconds, ascending, at least one), as a
 * zone's calendar has them: the finest that are no more than {@link MAX_SPANS}. A few dates long before the others, or
 * after `now` and long after the others, do not make them coarser: those share the first or the last span. Where even
 * years are more, dates are wrong, and more than a few are folded; if that does not help, the years are those of UTC:
 * thousands of midnights in a zone take long.
 */
export function spansOver(instants: ArrayLike<number>, zone: string, now = Number.POSITIVE_INFINITY): Spans {
  const { length } = instants;
  for (const few of [Math.floor(length * FEW), Math.floor((length - 1) / 2)]) {
    for (const interval of INTERVALS) {
      const folded = foldFew(instants, { zone, now, few, division: DIVISIONS[interval] });
      if (folded !== null) return foldedSpans(instants, interval, folded, zone);
    }
  }
  const [first, last] = [instants[0] as number, instants[length - 1] as number];
  const begins = beginsBetween(first, last, 'UTC', DIVISIONS.year, Number.POSITIVE_INFINITY);
  return makeSpans('year', begins ?? [], 'UTC');
}

/** The days on which spans begin, and that of the one after them; null when there are more than `most`. */
function beginsBetween(
  first: number,
  last: number,
  zone: string,
  { begin, next }: Division,
  most = MAX_SPANS,
): number[] | null {
  const lastDay = Date.parse(dayIn(last, zone));
  const begins = [begin(Date.parse(dayIn(first, zone)))];
  for (;;) {
    const following = next(begins.at(-1) as number);
    if (following > lastDay) return [...begins, following];
    if (begins.length === most) return null;
    begins.push(following);
  }
}

/** Numbers of instants that are left out before the spans and after them, and the days on which the spans begin. */
interface Folded {
  readonly earlier: number;
  readonly later: number;
  readonly begins: readonly number[];
}

interface FoldOptions {
  readonly zone: string;
  /** Instant up to which no date is left out as a later one. */
  readonly now: number;
  /** The most instants that may be left out at either end. */
  readonly few: number;
  readonly division: Division;
}

/**
 * The spans of a division when as few instants as possible are left out, none if all fit; null when those would be too
 * many, or would shorten the whole by less than half.
 */
function foldFew(instants: ArrayLike<number>, { zone, now, few, division }: FoldOptions): Folded | null {
  const final = instants.length - 1;
  const at = (index: number) => instants[index] as number;
  const begins = (earlier: number, later: number) => {
    const most = MAX_SPANS - Number(earlier > 0) - Number(later > 0);
    return beginsBetween(at(earlier), at(final - later), zone, division, most);
  };
  const future = leastCount(few, (count) => at(final - count) <= now) ?? few;
  const latest = leastCount(future, (count) => begins(0, count) !== null) ?? future;
  const earlier = leastCount(few, (count) => begins(count, latest) !== null);
  if (earlier === null) return null;
  const later = leastCount(latest, (count) => begins(earlier, count) !== null) ?? latest;
  const isShorter = at(final) - at(0) > 2 * (at(final - later) - at(earlier));
  if (earlier + later > 0 && !isShorter) return null;
  return { earlier, later, begins: begins(earlier, later) ?? [] };
}

/** The least number from 0 to `most` that is enough, where all above it are too; null for none. */
function leastCount(most: number, isEnough: (count: number) => boolean): number | null {
  if (isEnough(0)) return 0;
  if (!isEnough(most)) return null;
  let [least, enough] = [0, most];
  while (enough - least > 1) {
    const middle = (least + enough) >>> 1;
    if (isEnough(middle)) enough = middle;
    else least = middle;
  }
  return enough;
}

/** Spans with one before them and one after them for what is left out there. */
function foldedSpans(
  instants: ArrayLike<number>,
  interval: Interval,
  { earlier, later, begins }: Folded,
  zone: string,
): Spans {
  const { begin, next, label } = DIVISIONS[interval];
  const { bounds, labels } = makeSpans(interval, begins, zone);
  const spanOf = (instant: number) => begin(Date.parse(dayIn(instant, zone)));
  const startOf = (day: number) => startOfDay(dayIn(day, 'UTC'), zone);
  const nameOf = (day: number) => label(day).replace(WEEK_OF, '');
  const before = earlier === 0 ? [] : [instants[0] as number];
  const after = later === 0 ? [] : [instants[instants.length - 1] as number];
  return {
    interval,
    bounds: [
      ...before.map((first) => startOf(spanOf(first))),
      ...bounds,
      ...after.map((last) => startOf(next(spanOf(last)))),
    ],
    labels: [
      ...before.map(() => `Before ${nameOf(begins[0] as number)}`),
      ...labels,
      ...after.map(() => `From ${nameOf(begins.at(-1) as number)}`),
    ],
    ...(earlier > 0 && { earlier: true }),
    ...(later > 0 && { later: true }),
  };
}

function makeSpans(interval: Interval, begins: readonly number[], zone: string): Spans {
  const starts = begins.map((day) => startOfDay(dayIn(day, 'UTC'), zone));
  // A zone that crosses the date line leaves a day out: one that ends as it begins.
  const indexes = begins.map((_, index) => index).filter((index) => starts[index] !== starts[index + 1]);
  return {
    interval,
    bounds: indexes.map((index) => starts[index] as number),
    labels: indexes.slice(0, -1).map((index) => DIVISIONS[interval].label(begins[index] as number)),
  };
}

function firstOfMonth(day: number, later: number): number {
  const date = new Date(day);
  return new Date(0).setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}

function firstOfYear(day: number, later: number): number {
  return new Date(0).setUTCFullYear(new Date(day).getUTCFullYear() + later, 0, 1);
}

function labelDay(day: number): string {
  return `${new Date(day).getUTCDate()} ${labelMonth(day)}`;
}

function labelMonth(day: number): string {
  const date = new Date(day);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
