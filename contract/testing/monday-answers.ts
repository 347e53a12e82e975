import type { MondayAnswers } from '../monday/monday.ts';
import type { TrendBucket, Trends } from '../schemas/trends.ts';
import { emptyFacets } from './empty-facets.ts';
import { UNRECORDED } from './unrecorded-bucket.ts';

/** A Wednesday, and the Mondays of the weeks around it. */
export const NOW = Date.parse('2026-11-25T10:00:00Z');
export const MONDAYS = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].map(
  (day) => `${day}T00:00:00.000Z`,
);

/** A week of the trends that begins on one of the Mondays; nothing is recorded of it but what is given. */
export function week(index: number, values: Partial<TrendBucket>): TrendBucket {
  return {
    from: MONDAYS[index] as string,
    to: MONDAYS[index + 1] as string,
    complete: index < 2,
    arrived: null,
    ...UNRECORDED,
    lastReadAt: new Date(Date.parse(MONDAYS[index + 1] as string) - 3_600_000).toISOString(),
    ...values,
  };
}

/** The answers about a workspace that has more overdue tickets than last Monday, but for the changes. */
export function answers(changes: Partial<MondayAnswers> = {}): MondayAnswers {
  const count = (total: number) => ({ number: 1, perPage: 1, total, pages: total });
  const trends: Trends = {
    zone: 'UTC',
    span: 'week',
    recordedSince: MONDAYS[0] as string,
    buckets: [
      week(0, { overdueAtEnd: 90 }),
      week(1, { overdueAtEnd: 1080, arrived: 300, resolved: 1 }),
      week(2, { overdueAtEnd: 1200 }),
    ],
    by: 'assignee',
    groups: [
      {
        value: 'ann@x.com',
        label: 'Ann',
        arrived: [],
        resolved: [],
        openAtEnd: [],
        overdueAtEnd: [1, 40, 30],
        medianAgeAtEnd: [],
      },
    ],
  };
  const facets = {
    ...emptyFacets(),
    assignee: [
      { value: 'none', label: 'Unassigned', count: 500 },
      { value: 'ann@x.com', label: 'Ann', count: 30 },
      { value: 'bo@x.com', label: 'Bo', count: 31 },
      { value: 'cy@x.com', label: 'Cy', count: 0 },
    ],
    segment: [
      { value: 'a', label: 'Streets', count: 500 },
      { value: 'b', label: 'Parks', count: 268 },
      { value: 'c', label: 'Signs', count: 432 },
    ],
  };
  return {
    open: {
      page: count(3000),
      facets: { ...facets, assignee: [{ value: 'bo@x.com', label: 'Bo', count: 64 }] },
    },
    overdue: { page: count(1200), facets },
    attention: new Map([
      ['critical-overdue', 1],
      ['urgent-unassigned', 0],
      ['open-for-90-days', 12],
    ]),
    trends,
    ...changes,
  };
}
