import type { Axis, TrendBucket, TrendSpan, Trends } from '../../../contract/index.ts';
import { bucketNote } from '../../../contract/monday/index.ts';
import { formatDay } from '../../format/dates.ts';

/** A bucket's name: `4 Feb 2026`, `Week of 2 Feb 2026`, `Feb 2026`. */
function bucketName({ from }: TrendBucket, span: TrendSpan, zone: string): string {
  const day = formatDay(from, zone);
  if (span === 'day') return day;
  return span === 'week' ? `Week of ${day}` : day.slice(day.indexOf(' ') + 1);
}

/** A bucket's name, with what is to be known of one that is not whole. */
export function fullName(bucket: TrendBucket, trends: Trends): string {
  return `${bucketName(bucket, trends.span, trends.zone)}${bucketNote(bucket, trends)}`;
}

/** The buckets as the axis of a chart, which labels some of them. */
export function bucketAxis({ buckets, span, zone }: Trends): Axis {
  const values = buckets.map((bucket) => ({ value: bucket.from, label: bucketName(bucket, span, zone) }));
  return { key: 'issued', interval: span, values };
}

/** The bucket that is not over, by its index; null when all are. */
export function runningBucket({ buckets }: Trends): number | null {
  const running = buckets.findIndex(({ complete }) => !complete);
  return running < 0 ? null : running;
}
