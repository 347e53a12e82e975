import { addDays, dayIn, startOfDay } from '../../contract/index.ts';

/** A read that is no longer before the end of a day was made on that day: none is so short but what a date line skips. */
const SURELY_SAME_DAY_MS = 20 * 3_600_000;

/**
 * The bounds that states are told by: those of the buckets, each moved back over the days before it that had no read. So what
 * stood at the end of a bucket is as of the last day in it that was read. What a later read has dated after it is a part of
 * what happened on those days: nobody saw who came, or became overdue.
 *
 * @param reads ascending; as all others in epoch milliseconds
 * @param bounds the beginnings of buckets, each of them that of a day in the zone, and the end of the last
 */
export function stateBounds(reads: readonly number[], bounds: Float64Array, zone: string): Float64Array {
  let place = 0;
  return bounds.map((bound) => {
    while (place < reads.length && (reads[place] as number) < bound) place++;
    const last = reads[place - 1];
    if (last === undefined) return Number.NEGATIVE_INFINITY;
    if (bound - last < SURELY_SAME_DAY_MS) return bound;
    return Math.min(bound, startOfDay(addDays(dayIn(last, zone), 1), zone));
  });
}
