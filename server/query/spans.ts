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

/** The greatest share of dates that are folded into one span, earlier than the others. */
const FEW = 0.01;

/**
 * The days, weeks, months or years that hold these instants (epoch milliseconds, ascending, at least one), as a
 * zone's calendar has them: the finest that are no more than {@link MAX_SPANS}. A few dates long before the others do
 * not make them coarser: those share the first span. Where even years are more, a date is wrong, and the years are
 * those of UTC: thousands of midnights in a zone take long.
 */
export function spansOver(instants: ArrayLike<number>, zone: string): Spans {
  const first = instants[0] as number;
  const last = instants[instants.length - 1] as number;
  for (const interval of INTERVALS) {
    const division = DIVISIONS[interval];
    const begins = beginsBetween(first, last, zone, division);
    if (begins !== null) return makeSpans(interval, begins, zone);
    const later = beginsAfterFew(instants, zone, division);
    if (later !== null) return withEarlier(makeSpans(interval, later, zone), first, zone);
  }
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

/**
 * The days on which spans begin when as few instants as possible are left out before them; null when those would be
 * more than {@link FEW}, or would shorten the whole by less than half.
 */
function beginsAfterFew(instants: ArrayLike<number>, zone: string, division: Division): number[] | null {
  const last = instants[instants.length - 1] as number;
  const begins = (index: number) =>
    beginsBetween(instants[index] as number, last, zone, division, MAX_SPANS - 1);
  let most = Math.floor(instants.length * FEW);
  if (most === 0 || begins(most) === null) return null;
  for (let least = 0; most - least > 1; ) {
    const middle = (least + most) >>> 1;
    if (begins(middle) === null) least = middle;
    else most = middle;
  }
  const shorter = last - (instants[most] as number);
  return last - (instants[0] as number) > 2 * shorter ? begins(most) : null;
}

/** The spans with one before them, from the one that the first instant is in. */
function withEarlier({ interval, bounds, labels }: Spans, first: number, zone: string): Spans {
  const { begin } = DIVISIONS[interval];
  const start = startOfDay(dayIn(begin(Date.parse(dayIn(first, zone))), 'UTC'), zone);
  const [label = ''] = labels;
  return {
    interval,
    bounds: [start, ...bounds],
    labels: [`Before ${label.replace(WEEK_OF, '')}`, ...labels],
    earlier: true,
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
