import { DAY_MS } from '../../contract/index.ts';
import { makeFlowRows } from './bucket-flows.ts';
import type { IssueClasses } from './issue-classes.ts';
import { makeSteps } from './stays.ts';

/** All that is counted of the past of tickets that pass the filters, whatever their group. */
export interface PastCounts {
  readonly classes: IssueClasses;
  /** Steps between the counts of open tickets in buckets: for each bucket a row with a step for each class. */
  readonly steps: Int32Array;
  readonly overdueSteps: Int32Array;
  /** For each number of a flow a row with a count for each bucket. */
  readonly flows: Int32Array;
  /** For each bucket the days from issue to resolution of the tickets that were resolved in it, in no order. */
  readonly resolutionDays: readonly number[][];
  addResolution(ticket: number, at: number, bucket: number): void;
}

/** Counts nothing so far; `issuedAt` is that of each ticket, and `buckets` how many there are. */
export function createPastCounts(issuedAt: Float64Array, classes: IssueClasses, buckets: number): PastCounts {
  const resolutionDays = Array.from({ length: buckets }, (): number[] => []);
  return {
    classes,
    steps: new Int32Array((buckets + 1) * classes.count),
    overdueSteps: makeSteps(buckets),
    flows: makeFlowRows(buckets),
    resolutionDays,
    addResolution(ticket, at, bucket) {
      const issued = issuedAt[ticket] as number;
      // Clocks differ: nothing is resolved before it is issued.
      if (!Number.isNaN(issued)) resolutionDays[bucket]?.push(Math.max(0, at - issued) / DAY_MS);
    },
  };
}
