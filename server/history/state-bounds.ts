import { addDays, DAY_MS, dayIn, startOfDay } from '../../contract/index.ts';

/**
 * The bounds that states are told by: those of the buckets, each but the first moved back over the days before it that had no
 * read. So what stood at the end of a bucket is as of the last day in it that was read. What a later read has dated after it
 * is a part of what happened on those days: nobody saw who came, or became overdue.
 *
 * @param lastReads the last read in each bucket, or null; as all others in epoch milliseconds
 * @param bounds the beginnings of buckets, each of them that of a day in the zone, and the end of the last
 */
export function stateBounds(
  lastReads: readonly (number | null)[],
  bounds: Float64Array,
  zone: string,
): Float64Array {
  const states = bounds.slice();
  for (const [bucket, read] of lastReads.entries()) {
    const [from, to] = [bounds[bucket] as number, bounds[bucket + 1] as number];
    // Of a bucket without a read no state is told.
    states[bucket + 1] = read === null ? (states[bucket] as number) : endOfDay(read, { from, to }, zone);
  }
  return states;
}

/** The end of the day of a read within a bucket, no later than the bucket's. */
function endOfDay(read: number, { from, to }: { from: number; to: number }, zone: string): number {
  // Clocks did not change in it: to ask the zone would take a hundred times as long.
  if ((to - from) % DAY_MS === 0) return to - DAY_MS * Math.floor((to - 1 - read) / DAY_MS);
  return Math.min(to, startOfDay(addDays(dayIn(read, zone), 1), zone));
}
