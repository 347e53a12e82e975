import * as z from 'zod/mini';
import { INTERVALS, SUMMARY_KEYS } from '../summary.ts';
import { snapshotStatusSchema } from './snapshot.ts';

/** Counts of some tickets. */
const measuresSchema = z.object({
  count: z.number(),
  /** Number among them that are open: of any status but RESOLVED. */
  open: z.number(),
  /** Number of overdue ones among them. */
  overdue: z.number(),
  /** Number of critical or high ones among them. */
  urgent: z.number(),
  /** The earliest issue date among them, an ISO instant; null when none has one. */
  oldest: z.nullable(z.string()),
});

/**
 * One value of an axis. `value` is what the query key takes. For `issued` it is the first instant of the span,
 * to be `issuedFrom`, and `until` the first one after it, to be `issuedTo`; both ISO. A span that reaches beyond
 * the year 9999 has no `until`, as no ticket is issued later.
 */
const axisValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  until: z.optional(z.string()),
  /** Only for `issued`, and only when true: the query's dates begin or end in the middle of the span. */
  partial: z.optional(z.boolean()),
});

const axisSchema = z.object({
  key: z.enum(SUMMARY_KEYS),
  /**
   * All values that the snapshot has, in the order in which facets list them; of `issued` every span between the
   * first and the last matching ticket, the two outer ones cut off where the query's own dates end.
   */
  values: z.array(axisValueSchema),
  /** Only for `issued`. Weeks begin on Monday. Of more years than `MAX_SPANS`, each begins in UTC. */
  interval: z.optional(z.enum(INTERVALS)),
  /**
   * Only for `issued`, and only when true: the first value stands for all dates before the second's, however long ago.
   * They are one in a hundred at most, unless even years were more than `MAX_SPANS`; and spans for them all would be
   * coarser, or mostly empty.
   */
  earlier: z.optional(z.boolean()),
  /** Likewise: the last value stands for all dates after the one before it. None is before the data was taken. */
  later: z.optional(z.boolean()),
});

/** The tickets that have one value of each axis. */
const cellSchema = z.extend(measuresSchema, {
  /** For each axis, in their order, a position in its `values`. */
  at: z.array(z.number()),
});

/**
 * The answer of `GET /api/workspaces/:id/summary?by=…`: the tickets that the query matches, counted by one or
 * two keys. Cells come by their places, those without tickets are left out. Every cell's `count` is the `total`
 * of the list under the same query with the cell's values in the place of the query's own.
 */
export const summarySchema = z.object({
  axes: z.array(axisSchema),
  cells: z.array(cellSchema),
  /** All that match, those without a value of some axis included. */
  total: measuresSchema,
  /** Number of them in no cell. */
  unplaced: z.number(),
  snapshot: snapshotStatusSchema,
});

export type Measures = z.infer<typeof measuresSchema>;
export type AxisValue = z.infer<typeof axisValueSchema>;
export type Axis = z.infer<typeof axisSchema>;
export type SummaryCell = z.infer<typeof cellSchema>;
export type Summary = z.infer<typeof summarySchema>;
