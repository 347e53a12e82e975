import * as z from 'zod/mini';

/** Kinds of failure that keep us from reading the upstream. What follows from each stands in the server's table. */
export const FAILURE_KINDS = [
  /** 400: the upstream did not understand us; a bug of ours. */
  'bad-request',
  /** 401: the key is not accepted. */
  'unauthorized',
  /** 403: the key may not read this workspace. */
  'forbidden',
  /** 404: there is no such workspace. */
  'not-found',
  /** 429: too many calls in a short time. */
  'rate-limited',
  /** 429 with the vendor's error 1013: the calls that the licence includes are used up. */
  'licence-used-up',
  /** Our own allowance for the day is used up. */
  'budget-used-up',
  /** 5xx. */
  'server-error',
  /** No answer in time. */
  'timeout',
  /** The connection could not be made or broke. */
  'network',
  /** An answer that is not what the reference page promises: HTML, truncated, another shape. */
  'unreadable',
  /** Another process of ours reads, and the database that it tells us by cannot be reached. */
  'database-away',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

const instant = z.string();

const snapshotProblemSchema = z.object({
  kind: z.enum(FAILURE_KINDS),
  /** One plain sentence, without times and without anything that the upstream sent. */
  message: z.string(),
  /** The instant of the first failure. */
  since: instant,
  /** The instant of our next attempt; null when somebody has to act first. */
  retryAt: z.nullable(instant),
});

/** The news that a page pinned to an older snapshot misses, counted under the page's own filters. */
const changesSchema = z.object({
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
});

/**
 * The plan that keeps a watched workspace fresh within the calls that we allow ourselves.
 *
 * - `price`: the calls that reading all tickets costs; null before the first page has told how many there are.
 * - `everySeconds`: the interval in force between two reads of all pages, and in `reason` why it is that long:
 *   as configured, because the day's calls must last until midnight, or because a read itself takes that long.
 *   When it is longer than configured, checks of the upstream's first page alone come in between.
 * - `seenWithinSeconds`: no change of a ticket stays unseen longer, as long as somebody watches, the upstream
 *   answers and the plan stays as it is: another workspace that is watched, or a refresh on demand, costs calls.
 */
const refreshPlanSchema = z.object({
  price: z.nullable(z.number()),
  everySeconds: z.number(),
  reason: z.enum(['configured', 'budget', 'read-time']),
  seenWithinSeconds: z.number(),
});

/**
 * The state of what is recorded of a workspace, for trends and for the next start.
 *
 * - `store`: where it is kept; what is in `memory` ends with the process.
 * - `since`: the first read that was recorded; `lastAt`: the last one. Both null when none has been yet.
 * - `problem`: why reads are not being recorded, in one plain sentence, and since when; null while they are.
 * - `dailyAt`: the time of the day, in the server's zone, of the one read that is made even if nobody watches;
 *   `nextDailyAt` the next instant of it. Both null for none.
 */
const recordingSchema = z.object({
  store: z.enum(['embedded', 'postgres', 'memory']),
  since: z.nullable(instant),
  lastAt: z.nullable(instant),
  problem: z.nullable(z.object({ message: z.string(), since: instant })),
  dailyAt: z.nullable(z.string()),
  nextDailyAt: z.nullable(instant),
});

/**
 * The state of the data and its age.
 *
 * - `number`: the snapshot that this answer was read from; 0 before the first page is there.
 * - `state`: `loading` until a first whole read has ended; then `fresh`; `refreshing` while a newer one is
 *   read; `stale` when the upstream could not be read (`problem` tells why).
 * - `whole`: the distinct tickets read equal the upstream's `totalCount`.
 * - `loaded`, `total`: distinct tickets in the snapshot and the upstream's count; while reading, of the
 *   read in progress when there is no whole one yet. `total` is null until the upstream has told it.
 * - `takenAt`: the instant at which the read of all pages began that this snapshot rests on: the data is at
 *   least that new. Tickets of the first page may be newer, from a check; checks do not move it.
 * - `nextRefreshAt`: when all pages are read again; null when nobody watches or a problem has stopped the calls.
 * - `calls`: upstream calls of all processes on one database, all workspaces together, and what we allow ourselves a day. `lastMinute`
 *   changes by the second, so it stands in the state alone, which is polled: with it, no other answer would repeat.
 * - `recording`: the state of what is recorded, in the state alone, too.
 * - `newest`: the number of the newest snapshot; `changes`: what it has that this one has not.
 */
export const snapshotStatusSchema = z.object({
  number: z.number(),
  state: z.enum(['loading', 'fresh', 'refreshing', 'stale']),
  whole: z.boolean(),
  loaded: z.number(),
  total: z.nullable(z.number()),
  takenAt: z.nullable(instant),
  nextRefreshAt: z.nullable(instant),
  refresh: refreshPlanSchema,
  problem: z.nullable(snapshotProblemSchema),
  calls: z.object({ today: z.number(), perDay: z.number(), lastMinute: z.optional(z.number()) }),
  recording: z.optional(recordingSchema),
  newest: z.number(),
  changes: changesSchema,
});

export type SnapshotProblem = z.infer<typeof snapshotProblemSchema>;
export type RefreshPlan = z.infer<typeof refreshPlanSchema>;
export type Changes = z.infer<typeof changesSchema>;
export type RecordingStatus = z.infer<typeof recordingSchema>;
export type SnapshotStatus = z.infer<typeof snapshotStatusSchema>;
