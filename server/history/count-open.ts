import { AGE_BANDS } from '../../contract/index.ts';
import { youngerFrom } from './issue-classes.ts';
import type { PastCounts } from './past-counts.ts';

/** The open tickets at the end of each bucket. */
interface OpenCounts {
  readonly open: Int32Array;
  /** Those of each age band. */
  readonly bands: readonly Int32Array[];
}

/**
 * Adds up the steps between the counts of open tickets.
 *
 * @param ends the instants at which ages at the ends of buckets are told: epoch milliseconds
 */
export function countOpen({ classes, steps }: PastCounts, ends: Float64Array): OpenCounts {
  const { count, starts } = classes;
  const open = new Int32Array(ends.length);
  const bands = AGE_BANDS.map(() => new Int32Array(ends.length));
  const inClass = new Int32Array(count);
  for (let bucket = 0; bucket < ends.length; bucket++) {
    const end = ends[bucket] as number;
    let band = AGE_BANDS.length - 1;
    for (let one = 0; one < count; one++) {
      const tickets = (inClass[one] as number) + (steps[bucket * count + one] as number);
      inClass[one] = tickets;
      (open[bucket] as number) += tickets;
      // Tickets that are still to be issued are in no band, nor are those without a date.
      while (band >= 0 && !((starts[one] as number) < youngerFrom(band, end))) band--;
      const inBand = bands[band];
      if (inBand !== undefined) (inBand[bucket] as number) += tickets;
    }
  }
  return { open, bands };
}
