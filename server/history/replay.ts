import { flowNumber } from './bucket-flows.ts';
import {
  currentMasks,
  EXCLUDED,
  FAILS_BESIDE_STATUS,
  firstMasks,
  maskTable,
  openOf,
  overdueOf,
} from './fail-masks.ts';
import { createGroupPast, type GroupPast } from './group-past.ts';
import { issueClasses } from './issue-classes.ts';
import { createMovedPast } from './moved-past.ts';
import { createPastCounts, type PastCounts } from './past-counts.ts';
import { countUntil, type RecordedHistory } from './recorded-history.ts';
import type { TrendsQuestion } from './trends-question.ts';
import { undoChanges } from './undo-changes.ts';

/** All that is counted of the past. */
export interface Replay {
  readonly counts: PastCounts;
  /** The same by group; null when there are none. */
  readonly groups: GroupPast | null;
}

/**
 * Goes back through all changes since the first bucket began, from the states of today.
 *
 * @param ends the instants at which ages at the ends of buckets are told: epoch milliseconds
 */
export function replay(history: RecordedHistory, question: TrendsQuestion, ends: Float64Array): Replay {
  const { bounds, by, query } = question;
  const { tickets, values } = history;
  const table = maskTable(query, values);
  const masks = currentMasks(history, table);
  excludeOthers(masks, history, question);
  const issuedAt = tickets.issuedAt.all();
  const counts = createPastCounts(issuedAt, issueClasses(issuedAt, bounds, ends), ends.length);
  const groups = by === null ? null : createGroupPast(tickets, by, ends.length);
  const replayed = { counts, groups };
  undoChanges({ history, bounds, table, masks, moved: createMovedPast(tickets, table), ...replayed });
  countFirst(replayed, masks, bounds, tickets.seenAt.all());
  countArrivals(replayed, masks, firstMasks(history, table));
  return replayed;
}

/** Marks the tickets that fail the filters which no recorded change has to do with. */
function excludeOthers(
  masks: Uint16Array,
  { tickets }: RecordedHistory,
  { issued, today }: TrendsQuestion,
): void {
  if (today !== null) {
    const passes = new Uint8Array(tickets.count);
    for (const id of today) {
      const index = tickets.find(id);
      if (index !== undefined) passes[index] = 1;
    }
    for (let index = 0; index < passes.length; index++) {
      (masks[index] as number) |= EXCLUDED * (1 ^ (passes[index] as number));
    }
  }
  if (issued.from === Number.NEGATIVE_INFINITY && issued.to === Number.POSITIVE_INFINITY) return;
  const issuedAt = tickets.issuedAt.all();
  for (let index = 0; index < issuedAt.length; index++) {
    const instant = issuedAt[index] as number;
    // A ticket without a date is neither.
    const isWithin = Number(instant >= issued.from) & Number(instant < issued.to);
    (masks[index] as number) |= EXCLUDED * (1 ^ isWithin);
  }
}

/** Counts what was open when the first bucket began, or when it was first seen. */
function countFirst(
  { counts, groups }: Replay,
  masks: Uint16Array,
  bounds: Float64Array,
  seenAt: Float64Array,
): void {
  const { classes, steps, overdueSteps } = counts;
  const second = bounds[1] as number;
  for (let ticket = 0; ticket < masks.length; ticket++) {
    const mask = masks[ticket] as number;
    if (openOf(mask) === 0) continue;
    const seen = seenAt[ticket] as number;
    const bucket = seen < second ? 0 : countUntil(bounds, seen) - 1;
    (steps[bucket * classes.count + (classes.ofTickets[ticket] as number)] as number)++;
    (overdueSteps[bucket] as number) += overdueOf(mask);
    groups?.end(ticket, mask, bucket);
  }
}

/** Counts the tickets that were issued in each bucket, by the state that they were first known in. */
function countArrivals({ counts, groups }: Replay, masks: Uint16Array, first: Uint16Array): void {
  const { classes, flows, resolutionDays } = counts;
  const arrived = flowNumber('arrived') * resolutionDays.length;
  for (let ticket = 0; ticket < first.length; ticket++) {
    const bits = (first[ticket] as number) | ((masks[ticket] as number) & EXCLUDED);
    if ((bits & FAILS_BESIDE_STATUS) !== 0) continue;
    const bucket = classes.buckets[classes.ofTickets[ticket] as number] as number;
    if (bucket === -1) continue;
    (flows[arrived + bucket] as number)++;
    groups?.addArrival(ticket, bucket);
  }
}
