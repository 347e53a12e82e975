/** The lengths of the calendar buckets that trends are counted in. Weeks begin on Monday. */
export const TREND_SPANS = ['day', 'week', 'month'] as const;

export type TrendSpan = (typeof TREND_SPANS)[number];

/** The buckets that trends have when nobody says from when to when: so many, the running one included. */
export const DEFAULT_BUCKETS: Readonly<Record<TrendSpan, number>> = { day: 30, week: 12, month: 12 };

/** The most buckets of one answer. */
export const MAX_BUCKETS = 400;

/** The fields that trends can be told apart by, one group for each value. */
export const TREND_GROUPS = ['segment', 'assignee'] as const;

/** The most groups of one answer that are told apart; the others are counted together. */
export const MAX_TREND_GROUPS = 200;

export type TrendGroup = (typeof TREND_GROUPS)[number];

/** Parameters of trends besides the query. */
export interface TrendsOptions {
  readonly span: TrendSpan;
  /** Days like `2026-02-04` in the zone, both included, widened to whole buckets; null for the default ones. */
  readonly from: string | null;
  readonly to: string | null;
  /** The IANA time zone in which days begin; `UTC` when it is left out. */
  readonly zone: string;
  /** The field whose values get a group each; null for none. */
  readonly by: TrendGroup | null;
}
