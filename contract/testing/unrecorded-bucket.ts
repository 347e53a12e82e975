import type { TrendBucket } from '../index.ts';

/** The state of a bucket in which nothing was recorded. */
export const UNRECORDED = {
  lastReadAt: null,
  resolved: null,
  reopened: null,
  escalated: null,
  becameOverdue: null,
  moved: null,
  openAtEnd: null,
  overdueAtEnd: null,
  ageingAtEnd: null,
  resolution: null,
} as const satisfies Partial<TrendBucket>;
