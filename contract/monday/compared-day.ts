import type { TrendBucket } from '../schemas/trends.ts';
import { addDays, dayIn } from '../zones.ts';

/** The day that the page compares with where its eve was read. */
export const LAST_MONDAY = 'last Monday';

/**
 * The day that is compared with where that is the end of a week: `last Monday`, or the day of the week's last read where
 * none was made on the day before that Monday: `Tue 17 Nov`.
 */
export function comparedDay(
  { to, lastReadAt }: Pick<TrendBucket, 'to' | 'lastReadAt'>,
  zone: string,
): string {
  if (lastReadAt === null) return LAST_MONDAY;
  const last = Date.parse(lastReadAt);
  if (dayIn(last, zone) === addDays(dayIn(Date.parse(to), zone), -1)) return LAST_MONDAY;
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(last);
}
