import type { Trends } from '../../../contract/index.ts';
import { formatDay } from '../../format/dates.ts';
import { fullName } from './buckets.ts';
import { countBlank, lastKnown, type Values } from './chart.ts';

/** The part of a chart that follows from when its numbers were recorded; at rest it shows the last of them. */
export function stateAtEnd(trends: Trends, known: Values) {
  const last = lastKnown(known);
  const bucket = trends.buckets[last ?? -1];
  return {
    restBucket: last,
    restLabel: bucket === undefined ? '' : bucket.complete ? fullName(bucket, trends) : 'Now',
    unrecorded: countBlank(known),
    hasArrivals: false,
  };
}

/** The last bucket that is over and has a number: one that runs may have few tickets yet. */
export function restOfWhole(trends: Trends, known: Values) {
  const whole = lastKnown(known.map((value, bucket) => (trends.buckets[bucket]?.complete ? value : null)));
  const restBucket = whole ?? lastKnown(known);
  const bucket = trends.buckets[restBucket ?? -1];
  return { restBucket, restLabel: bucket === undefined ? '' : fullName(bucket, trends) };
}

/** The time of sums over all but the first buckets, or over all: the recorded part of the period, or all of it. */
export function flowsLabel(
  { buckets, zone, recordedSince }: Trends,
  leftOut: number,
  period: string,
): string {
  const first = buckets[leftOut];
  if (leftOut === 0 || first === undefined || recordedSince === null) return period;
  const since = first.from > recordedSince ? first.from : recordedSince;
  return `Since ${formatDay(since, zone)}`;
}
