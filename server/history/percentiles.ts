import type { TrendBucket } from '../../contract/index.ts';

/**
 * The value below which that share of sorted values lies, as the spreadsheets' inclusive percentile: between two values in
 * proportion. `sorted` is not empty.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (place - Math.floor(place)) * (above - below);
}

/** Sums up the days to resolution; null when there are none. */
export function resolutionTimes(days: readonly number[]): TrendBucket['resolution'] {
  if (days.length === 0) return null;
  const sorted = Float64Array.from(days).sort();
  return { count: days.length, p50Days: percentile(sorted, 0.5), p90Days: percentile(sorted, 0.9) };
}
