import { DAY_MS } from '../../contract/index.ts';
import { type BucketFlows, bucketOf, type GroupFlows, makeFlows, makeGroupFlows } from './bucket-flows.ts';
import {
  currentMasks,
  EXCLUDED,
  FAILS_BESIDE_STATUS,
  firstMasks,
  type MaskTables,
  maskTables,
} from './fail-masks.ts';
import { NO_GROUP, startFromToday } from './past-states.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { stateBounds } from './state-bounds.ts';
import type { Stays } from './stays.ts';
import { placeOf } from './ticket-state.ts';
import type { TrendsQuestion } from './trends-question.ts';
import { undoChanges } from './undo-changes.ts';

/** All that is counted of the past. */
export interface Replay {
  readonly flows: BucketFlows;
  /** For each bucket the days from issue to resolution of the tickets that were resolved in it, in no order. */
  readonly resolutionDays: readonly number[][];
  /** When tickets were open that pass the filters. */
  readonly stays: Stays;
  /** Those of them that were overdue, per bucket, by the code of their group. */
  readonly overdue: ReadonlyMap<number, Int32Array>;
  /** Flows by the code of a group's value; empty when there are no groups. */
  readonly groupFlows: ReadonlyMap<number, GroupFlows>;
}

/** Goes back through all changes since the first bucket began, from the states of today. */
export function replay(history: RecordedHistory, question: TrendsQuestion): Replay {
  const { bounds, by, query, zone } = question;
  const count = bounds.length - 1;
  const tables = maskTables(query, history.values);
  const masks = currentMasks(history, tables);
  excludeOthers(masks, history, question);
  const known = stateBounds(history.reads, bounds, zone);
  const states = startFromToday(history, { tables, masks, by, bounds: known });
  const flows = makeFlows(count);
  const resolutionDays = Array.from({ length: count }, (): number[] => []);
  const groupFlows = new Map<number, GroupFlows>();
  const flowsOf = (group: number) => {
    const known = groupFlows.get(group) ?? makeGroupFlows(count);
    groupFlows.set(group, known);
    return known;
  };
  countArrivals({ history, tables, masks, question }, (bucket, group) => {
    (flows.arrived[bucket] as number)++;
    if (group !== NO_GROUP) (flowsOf(group).arrived[bucket] as number)++;
  });
  undoChanges({ history, states, bounds, flows }, (bucket, ticket, at) => {
    const issued = history.tickets.issuedAt.get(ticket);
    // Clocks differ: nothing is resolved before it is issued.
    if (!Number.isNaN(issued)) resolutionDays[bucket]?.push(daysBetween(issued, at));
    const group = states.groupOf(ticket);
    if (group !== NO_GROUP) (flowsOf(group).resolved[bucket] as number)++;
  });
  states.end();
  return { flows, resolutionDays, stays: states.stays, overdue: states.overdue.byGroup(), groupFlows };
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

/** The parts that arrivals are counted with. */
interface ArrivalOptions {
  readonly history: RecordedHistory;
  readonly tables: MaskTables;
  /** Tell which tickets are excluded. */
  readonly masks: Uint16Array;
  readonly question: TrendsQuestion;
}

/** Tells of each ticket that was issued in a bucket, with the group that it was first known in. */
function countArrivals(
  { history, tables, masks, question: { bounds, by } }: ArrivalOptions,
  onArrival: (bucket: number, group: number) => void,
): void {
  const issuedAt = history.tickets.issuedAt.all();
  const groups = by === null ? null : history.tickets.first[placeOf(by)];
  const first = firstMasks(history, tables);
  const [start, end] = [bounds[0] as number, bounds[bounds.length - 1] as number];
  for (let index = 0; index < issuedAt.length; index++) {
    const issued = issuedAt[index] as number;
    const bits = (first[index] as number) | ((masks[index] as number) & EXCLUDED);
    if (!(issued >= start && issued < end) || (bits & FAILS_BESIDE_STATUS) !== 0) continue;
    onArrival(bucketOf(bounds, issued), groups?.get(index) ?? NO_GROUP);
  }
}

function daysBetween(issued: number, at: number): number {
  return Math.max(0, at - issued) / DAY_MS;
}
