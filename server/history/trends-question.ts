import type { TicketQuery, TrendsOptions } from '../../contract/index.ts';

/** A question about the past of a workspace. */
export interface TrendsQuestion extends Pick<TrendsOptions, 'span' | 'zone' | 'by'> {
  /** Its filters on recorded fields are asked of the state as it was. */
  readonly query: TicketQuery;
  /** The bounds of issue dates, from inclusive and to exclusive: epoch milliseconds, infinite where nothing is asked. */
  readonly issued: { readonly from: number; readonly to: number };
  /** The ids of today's tickets that pass the filters on what is not recorded; null when there are no such filters. */
  readonly today: Iterable<number> | null;
  /** The beginning of each bucket, ascending, and one more for the end of the last: epoch milliseconds. */
  readonly bounds: Float64Array;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The buckets as they are told apart by what is known of them. */
export interface BucketFacts {
  readonly count: number;
  /** The last read in it, in epoch milliseconds; null when nothing was read in it. */
  readonly lastReads: readonly (number | null)[];
  /** Whether anything was read in it: else nothing is known of what happened in it. */
  readonly hasRead: readonly boolean[];
  /** Whether its arrivals are known: something was read after it began. */
  readonly hasArrivals: readonly boolean[];
  /** The instants at which ages at the ends of buckets are told: epoch milliseconds. */
  readonly ends: Float64Array;
}
