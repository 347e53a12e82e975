import { FACETS } from './field-keys.ts';

/** Keys that matching tickets can be counted by: every facet, and the time of issue. */
export const SUMMARY_KEYS = [...FACETS, 'issued'] as const;

export type SummaryKey = (typeof SUMMARY_KEYS)[number];

/** The lengths of the spans of the key `issued`: the finest of them that makes no more than {@link MAX_SPANS}. */
export const INTERVALS = ['day', 'week', 'month', 'year'] as const;

export type Interval = (typeof INTERVALS)[number];

/** The most spans that an axis of `issued` has, unless even years are more. */
export const MAX_SPANS = 62;

/** Parameters of a summary besides the query. */
export interface SummaryOptions {
  /** One key or two different ones. */
  readonly by: readonly SummaryKey[];
  /** The IANA time zone in which days begin; `UTC` when it is left out. */
  readonly zone: string;
}
