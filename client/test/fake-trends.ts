import { AGE_BANDS, DAY_MS, type TrendBucket, type Trends } from '../../contract/index.ts';

/** A Monday: weeks of an answer begin on it, in UTC. */
const FIRST_DAY = Date.parse('2026-01-12T00:00:00.000Z');

/** Trends of as many weeks as there are overrides; the last one runs. */
export function fakeTrends(weeks: readonly Partial<TrendBucket>[], overrides: Partial<Trends> = {}): Trends {
  const at = (week: number) => new Date(FIRST_DAY + 7 * week * DAY_MS).toISOString();
  const ageing = Object.fromEntries(AGE_BANDS.map(({ value }, band) => [value, band + 1]));
  return {
    zone: 'UTC',
    span: 'week',
    recordedSince: at(0),
    buckets: weeks.map((week, index) => ({
      from: at(index),
      to: at(index + 1),
      complete: index < weeks.length - 1,
      lastReadAt: at(index + 1 - 1 / 14),
      arrived: 10,
      resolved: 7,
      reopened: 1,
      escalated: 2,
      becameOverdue: 3,
      moved: 4,
      openAtEnd: 21,
      overdueAtEnd: 14,
      ageingAtEnd: ageing as NonNullable<TrendBucket['ageingAtEnd']>,
      resolution: { count: 7, p50Days: 2.25, p90Days: 12 },
      ...week,
    })),
    ...overrides,
  };
}
