import { DAY_MS } from '../age.ts';
import type { Trends } from '../schemas/trends.ts';

/**
 * The week at whose end "last Monday" began, as a position in the buckets of weekly trends; null when they do not go
 * back so far. On a Monday it is the one a week ago: nobody compares with this morning.
 *
 * @param now epoch milliseconds
 */
export function lastMonday({ buckets }: Pick<Trends, 'buckets'>, now: number): number | null {
  const running = buckets.findIndex(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
  const begun = buckets[running];
  if (begun === undefined) return null;
  const index = running - (now - Date.parse(begun.from) < DAY_MS ? 2 : 1);
  return index < 0 ? null : index;
}
