const FLOWS = ['arrived', 'resolved', 'reopened', 'escalated', 'becameOverdue', 'moved'] as const;

type Flow = (typeof FLOWS)[number];

/** Counts of what happened, one number a bucket. */
export type BucketFlows = { readonly [One in Flow]: Int32Array };

/** The flows that are counted for each group. */
export type GroupFlows = Pick<BucketFlows, 'arrived' | 'resolved'>;

/** The number of a flow; 0 is that of none, so that what is in no flow is counted like all others, for nobody. */
export function flowNumber(flow: Flow): number {
  return FLOWS.indexOf(flow) + 1;
}

/** A row of counts for each number of a flow. */
export function makeFlowRows(buckets: number): Int32Array {
  return new Int32Array((FLOWS.length + 1) * buckets);
}

/** The counts of the flows in their rows. */
export function flowsIn(rows: Int32Array, buckets: number): BucketFlows {
  const rowOf = (flow: Flow) => rows.subarray(flowNumber(flow) * buckets, (flowNumber(flow) + 1) * buckets);
  return Object.fromEntries(FLOWS.map((flow) => [flow, rowOf(flow)])) as BucketFlows;
}

export function makeGroupFlows(buckets: number): GroupFlows {
  return { arrived: new Int32Array(buckets), resolved: new Int32Array(buckets) };
}
