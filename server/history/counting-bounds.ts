import { addDays, dayIn, startOfDay } from '../../contract/index.ts';

/** A read that is no longer before the end of a day was made on that day: none is so short but what a date line skips. */
const SURELY_SAME_DAY_MS = 20 * 3_600_000;

/**
 * The bounds that changes are counted by: those of the buckets, each moved back over the days before it that had no read. So
 * what changed on such a day counts on the next day with a read, whether its instant is known or not, and days, weeks and
 * months add up to the same.
 *
 * @param reads ascending; as all others in epoch milliseconds
 * @param bounds the beginnings of buckets, each of them that of a day in the zone, and the end of the last
 */
export function countingBounds(reads: readonly number[], bounds: Float64Array, zone: string): Float64Array {
  let place = 0;
  return bounds.map((bound) => {
    while (place < reads.length && (reads[place] as number) < bound) place++;
    const last = reads[place - 1];
    if (last === undefined) return Number.NEGATIVE_INFINITY;
    if (bound - last < SURELY_SAME_DAY_MS) return bound;
    return Math.min(bound, startOfDay(addDays(dayIn(last, zone), 1), zone));
  });
}
