import type { TrendBucket, Trends } from '../schemas/trends.ts';
import { isPartlyRecorded } from './partly-recorded.ts';
import { readUntil } from './read-until.ts';

/** The words after the name of a bucket that runs, is not known to its end, or in which recording began; none after another. */
export function bucketNote(
  bucket: Pick<TrendBucket, 'from' | 'to' | 'complete' | 'resolved' | 'lastReadAt'>,
  trends: Pick<Trends, 'recordedSince' | 'zone' | 'buckets'>,
): string {
  const until = readUntil(bucket, trends);
  const isPart = bucket.resolved !== null && isPartlyRecorded(bucket, trends);
  const notes = [
    !bucket.complete && 'so far',
    until !== null && `up to ${until}`,
    isPart && 'recorded in part',
  ];
  return notes.flatMap((note) => (note === false ? [] : [`, ${note}`])).join('');
}
