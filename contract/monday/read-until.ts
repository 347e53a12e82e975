import type { TrendBucket, Trends } from '../schemas/trends.ts';
import { comparedDay, LAST_MONDAY } from './compared-day.ts';

/**
 * The day of the newest read, where that lies in a bucket that is over and was not made on the bucket's last day: who came
 * after it is not known yet. Null for all other buckets, and where the trends end before the running one.
 */
export function readUntil(
  bucket: Pick<TrendBucket, 'to' | 'complete' | 'lastReadAt'>,
  { buckets, zone }: Pick<Trends, 'buckets' | 'zone'>,
): string | null {
  if (!bucket.complete || buckets.at(-1)?.complete !== false) return null;
  const newest = buckets.findLast(({ lastReadAt }) => lastReadAt !== null);
  if (newest?.to !== bucket.to) return null;
  const day = comparedDay(bucket, zone);
  return day === LAST_MONDAY ? null : day;
}
