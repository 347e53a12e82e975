import type { TrendBucket, Trends } from '../schemas/trends.ts';
import { dayIn } from '../zones.ts';

/**
 * Whether recording began after the first day of a bucket: then what came in is known of all of it, and what else happened
 * of a part of it, so that the two must not be compared.
 */
export function isPartlyRecorded(
  { from }: Pick<TrendBucket, 'from'>,
  { recordedSince, zone }: Pick<Trends, 'recordedSince' | 'zone'>,
): boolean {
  return recordedSince !== null && dayIn(Date.parse(from), zone) < dayIn(Date.parse(recordedSince), zone);
}
