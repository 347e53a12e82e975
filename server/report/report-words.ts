import { formatCount, shorten } from '../../contract/index.ts';
import { bucketNote, type MondayName } from '../../contract/monday/index.ts';
import type { Report } from './compose-report.ts';

/** The table of weeks has so many rows, the running week the last. */
const WEEKS = 6;

export const WEEK_HEAD = ['Week of', 'Came in', 'Resolved', 'Open', 'Overdue'] as const;

/** The subject line of the mail: the first sentence, without what controls a header. */
export function subjectOf({ workspace, page }: Report): string {
  const [headline = []] = page.headline;
  const sentence = headline.map(({ text }) => text).join('');
  return shorten(`${workspace}: ${sentence}`.replace(/[\p{Cc}\p{Cf}]/gu, ' '), 200);
}

/** Facts about the source of the numbers. */
export function sourceLines({ takenAt, zone, loaded, ofTotal, trends }: Report): readonly string[] {
  const { recordedSince } = trends;
  return [
    `As of ${formatMoment(takenAt, zone)}`,
    ofTotal === null
      ? `all ${formatCount(loaded)} tickets read`
      : `${formatCount(loaded)} of ${formatCount(ofTotal)} tickets read: some are missing`,
    recordedSince === null
      ? 'nothing recorded yet'
      : `recorded since ${formatDay(Date.parse(recordedSince), zone)}`,
  ];
}

/** The last weeks, a dash for what was not recorded. */
export function weekRows({ trends, zone }: Report): readonly (readonly string[])[] {
  const told = (value: number | null) => (value === null ? '–' : formatCount(value));
  return trends.buckets
    .slice(-WEEKS)
    .map((bucket) => [
      `${formatDay(Date.parse(bucket.from), zone)}${bucketNote(bucket, trends)}`,
      ...[bucket.arrived, bucket.resolved, bucket.openAtEnd, bucket.overdueAtEnd].map(told),
    ]);
}

/** `+12`, `−3`, `0`; a dash for what is not known. */
export function changeOf(change: MondayName['change']): string {
  if (change === null) return '–';
  const size = formatCount(Math.abs(change));
  return change === 0 ? size : `${change < 0 ? '−' : '+'}${size}`;
}

/** Day before month in words: no reader takes 4 February for 2 April. */
function formatDay(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  }).format(instant);
}

function formatMoment(instant: number, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(instant);
  return `${formatDay(instant, zone)}, ${time}`;
}
