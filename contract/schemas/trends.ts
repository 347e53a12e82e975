import * as z from 'zod/mini';
import { AGE_BANDS } from '../age.ts';
import { TREND_GROUPS, TREND_SPANS } from '../trends.ts';

const instant = z.string();
const count = z.nullable(z.number());

/** The open tickets of each age, by the values of the query key `age`. */
const ageingSchema = z.object(
  Object.fromEntries(AGE_BANDS.map(({ value }) => [value, z.number()])) as Record<
    (typeof AGE_BANDS)[number]['value'],
    z.ZodMiniNumber
  >,
);

/**
 * One stretch of the calendar. What was not recorded is null, never 0.
 *
 * - `from` inclusive, `to` exclusive. The running one is not `complete`: what is told at its end is as of the newest read.
 * - `arrived` counts by issue date, before recording began too: then of the tickets that are still known.
 * - `resolved`, `reopened`, `escalated`, `becameOverdue`, `moved` count recorded changes.
 * - `lastReadAt`: the last read in it. What is told at its end is known up to then.
 * - `openAtEnd`, `overdueAtEnd`, `ageingAtEnd`: the tickets that were open at the end; overdue ones among them.
 * - `resolution`: the days from issue to resolution of those resolved in the bucket, as the spreadsheets' inclusive
 *   percentiles; null when there are none.
 */
const trendBucketSchema = z.object({
  from: instant,
  to: instant,
  complete: z.boolean(),
  lastReadAt: z.nullable(instant),
  arrived: count,
  resolved: count,
  reopened: count,
  escalated: count,
  becameOverdue: count,
  moved: count,
  openAtEnd: count,
  overdueAtEnd: count,
  ageingAtEnd: z.nullable(ageingSchema),
  resolution: z.nullable(z.object({ count: z.number(), p50Days: z.number(), p90Days: z.number() })),
});

/** The trends of some tickets; one number, or null, for each bucket. */
const trendSeriesSchema = z.object({
  arrived: z.array(count),
  resolved: z.array(count),
  openAtEnd: z.array(count),
  overdueAtEnd: z.array(count),
  /** The median age in days of the tickets that were open at the end; null also when there were none. */
  medianAgeAtEnd: z.array(count),
});

/** The trends of the tickets that have one value of a field. */
const trendGroupSchema = z.extend(trendSeriesSchema, {
  /** The value as the query takes it. */
  value: z.string(),
  label: z.string(),
});

/** The trends of the tickets of all further values together. */
const otherGroupsSchema = z.extend(trendSeriesSchema, {
  /** The number of these values. */
  count: z.number(),
});

/** The answer of `GET /api/workspaces/:id/trends`. */
export const trendsSchema = z.object({
  zone: z.string(),
  span: z.enum(TREND_SPANS),
  /** The first read that was recorded of the workspace; null when none has been yet. */
  recordedSince: z.nullable(instant),
  /** In their order, without gaps. */
  buckets: z.array(trendBucketSchema),
  /** Only when asked for with `by`: the 200 with the most open tickets at the end, those with the most first. */
  by: z.optional(z.enum(TREND_GROUPS)),
  groups: z.optional(z.array(trendGroupSchema)),
  /** Only when there are more groups: those together. */
  others: z.optional(otherGroupsSchema),
});

export type TrendBucket = z.infer<typeof trendBucketSchema>;
export type TrendSeries = z.infer<typeof trendSeriesSchema>;
export type TrendGroupRow = z.infer<typeof trendGroupSchema>;
export type Trends = z.infer<typeof trendsSchema>;
