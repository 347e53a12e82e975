import { AGE_BANDS, DAY_MS } from '../../contract/index.ts';

/**
 * Tickets told apart by their issue dates as far as it matters: those of a class were issued in the same bucket, and are
 * of one age band at the end of each. The last class is of those without a date.
 */
export interface IssueClasses {
  readonly count: number;
  /** The class of each ticket. */
  readonly ofTickets: Uint16Array;
  /** The bucket in which the tickets of each class were issued; -1 for none. */
  readonly buckets: Int16Array;
  /** The earliest issue date of each class, from the oldest on; NaN for the last. */
  readonly starts: Float64Array;
}

/**
 * Tells tickets apart by their issue dates.
 *
 * @param issuedAt of each ticket; NaN where it has no date
 * @param bounds the beginnings of buckets, ascending, and the end of the last
 * @param ends the instants at which ages at the ends of buckets are told, ascending
 */
export function issueClasses(issuedAt: Float64Array, bounds: Float64Array, ends: Float64Array): IssueClasses {
  const limits = limitsOf(bounds, ends);
  const undated = limits.length + 1;
  // Of the first class is all that was issued before any limit.
  const starts = Float64Array.of(Number.NEGATIVE_INFINITY, ...limits, Number.NaN);
  const find = limitFinder(limits);
  const ofTickets = new Uint16Array(issuedAt.length);
  for (let ticket = 0; ticket < ofTickets.length; ticket++) {
    const issued = issuedAt[ticket] as number;
    ofTickets[ticket] = Number.isNaN(issued) ? undated : find(issued);
  }
  return {
    count: starts.length,
    ofTickets,
    starts,
    buckets: Int16Array.from(starts, (start) => bucketOf(bounds, start)),
  };
}

/** The issue dates from which on a ticket is in the next bucket, or younger at the end of one, ascending. */
function limitsOf(bounds: Float64Array, ends: Float64Array): Float64Array {
  const limits = new Set(bounds);
  for (const end of ends) {
    for (let band = 0; band < AGE_BANDS.length; band++) limits.add(youngerFrom(band, end));
  }
  return Float64Array.from(limits).sort();
}

/** The issue date from which on a ticket is too young for a band at an instant: both in epoch milliseconds. */
export function youngerFrom(band: number, now: number): number {
  const days = AGE_BANDS[band]?.from ?? 0;
  // Less than a day ahead passes for today.
  return days === 0 ? now + DAY_MS : now - days * DAY_MS + 1;
}

function bucketOf(bounds: Float64Array, instant: number): number {
  return instant < (bounds.at(-1) as number) ? bounds.findLastIndex((bound) => bound <= instant) : -1;
}

/**
 * Finds how many limits are at an instant or before. A table by day begins the search where it ends but for a step or two:
 * this is asked for each ticket.
 */
function limitFinder(limits: Float64Array): (instant: number) => number {
  const count = limits.length;
  const first = limits[0] as number;
  const days = Math.floor(((limits[count - 1] as number) - first) / DAY_MS) + 1;
  const table = new Uint16Array(days + 1);
  for (let day = 0, index = 0; day <= days; day++) {
    while (index < count && (limits[index] as number) <= first + day * DAY_MS) index++;
    table[day] = index;
  }
  return (instant) => {
    if (instant < first) return 0;
    let index = table[Math.min(days, Math.floor((instant - first) / DAY_MS))] as number;
    while (index < count && (limits[index] as number) <= instant) index++;
    return index;
  };
}
