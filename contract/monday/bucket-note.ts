import type { TrendBucket, Trends } from '../schemas/trends.ts';
import { isPartlyRecorded } from './partly-recorded.ts';

/** The words after the name of a bucket that runs, or in which recording began; none after that of another. */
export function bucketNote(
  bucket: Pick<TrendBucket, 'from' | 'complete' | 'resolved'>,
  trends: Pick<Trends, 'recordedSince' | 'zone'>,
): string {
  const isPart = bucket.resolved !== null && isPartlyRecorded(bucket, trends);
  return `${bucket.complete ? '' : ', so far'}${isPart ? ', recorded in part' : ''}`;
}
