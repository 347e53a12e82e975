const FLOWS = ['arrived', 'resolved', 'reopened', 'escalated', 'becameOverdue', 'moved'] as const;

/** Counts of what happened, one number a bucket. */
export type BucketFlows = { readonly [Flow in (typeof FLOWS)[number]]: Int32Array };

/** The flows that are counted for each group. */
export type GroupFlows = Pick<BucketFlows, 'arrived' | 'resolved'>;

export function makeFlows(buckets: number): BucketFlows {
  return Object.fromEntries(FLOWS.map((flow) => [flow, new Int32Array(buckets)])) as BucketFlows;
}

export function makeGroupFlows(buckets: number): GroupFlows {
  return { arrived: new Int32Array(buckets), resolved: new Int32Array(buckets) };
}

/**
 * The bucket that an instant falls in: -1 before the first, and the number of buckets after the last.
 *
 * @param bounds the beginnings of buckets, ascending, and the end of the last
 */
export function bucketOf(bounds: Float64Array, instant: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] as number) <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
