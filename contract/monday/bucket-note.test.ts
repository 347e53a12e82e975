import { expect, test } from 'vitest';
import type { TrendBucket } from '../schemas/trends.ts';
import { UNRECORDED } from '../testing/unrecorded-bucket.ts';
import { bucketNote } from './bucket-note.ts';

const MONDAYS = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].map((day) => `${day}T00:00:00.000Z`);

/** The notes of three weeks, the last of them running, by the last read in each. */
function notesOf(lastReads: readonly (string | null)[], weeks = 3): readonly string[] {
  const buckets = lastReads.slice(0, weeks).map((lastReadAt, index): TrendBucket => {
    const [from, to] = [MONDAYS[index] as string, MONDAYS[index + 1] as string];
    return { ...UNRECORDED, from, to, complete: index < 2, arrived: 1, lastReadAt };
  });
  const trends = { zone: 'UTC', recordedSince: '2026-06-01T00:00:00.000Z', buckets };
  return buckets.map((bucket) => bucketNote(bucket, trends));
}

test('a week that is over says up to when it was read, until there is a later read', () => {
  const [early, tuesday] = ['2026-11-11T06:00:00.000Z', '2026-11-17T06:00:00.000Z'];
  expect(notesOf([early, tuesday, null])).toEqual(['', ', up to Tue 17 Nov', ', so far']);
  expect(notesOf([early, null, null])).toEqual([', up to Wed 11 Nov', '', ', so far']);
  expect(notesOf([early, tuesday, '2026-11-23T06:00:00.000Z'])).toEqual(['', '', ', so far']);
  expect(notesOf([early, '2026-11-22T06:00:00.000Z', null])).toEqual(['', '', ', so far']);
});

test('of trends that end before the running week it is not known whether there is a later read', () => {
  expect(notesOf(['2026-11-15T06:00:00.000Z', '2026-11-17T06:00:00.000Z', null], 2)).toEqual(['', '']);
});
