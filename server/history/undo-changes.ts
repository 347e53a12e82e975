import { flowNumber } from './bucket-flows.ts';
import { changeFlows } from './change-flows.ts';
import { type MaskTable, openOf, overdueOf } from './fail-masks.ts';
import type { GroupPast } from './group-past.ts';
import type { MovedPast } from './moved-past.ts';
import type { PastCounts } from './past-counts.ts';
import type { RecordedHistory } from './recorded-history.ts';

/** The parts that changes are undone with. */
interface UndoOptions {
  readonly history: RecordedHistory;
  readonly bounds: Float64Array;
  readonly table: MaskTable;
  /** The mask of each ticket as it is now, and as it was when the first bucket began in the end. */
  readonly masks: Uint16Array;
  readonly counts: PastCounts;
  /** Null when nothing is asked of who has moved, or of groups. */
  readonly moved: MovedPast | null;
  readonly groups: GroupPast | null;
}

/**
 * Undoes all changes since the first bucket began, the newest first, and counts them. The filters ask for the state just
 * before: without any of the changes that the same read saw happen to the ticket at the same instant.
 */
export function undoChanges({ history, bounds, table, masks, counts, moved, groups }: UndoOptions): void {
  const { log, values } = history;
  const tickets = log.ticket.all();
  const fields = log.field.all();
  const from = log.from.all();
  const to = log.to.all();
  const at = log.at.all();
  const notBefore = log.notBefore.all();
  const { bits, stride, owned } = table;
  const { ofTo, ofFrom, asked } = changeFlows(values);
  const { steps, overdueSteps, classes, flows } = counts;
  const { count: classCount, ofTickets: classOf } = classes;
  const resolved = flowNumber('resolved');
  const buckets = bounds.length - 1;

  function countFlows(first: number, last: number, before: number, bucket: number): void {
    for (let place = first; place <= last; place++) {
      const field = fields[place] as number;
      if ((before & (asked[field] as number)) !== 0) continue;
      const flow = ofTo[field * stride + (to[place] as number)] as number;
      const other = ofFrom[field * stride + (from[place] as number)] as number;
      (flows[flow * buckets + bucket] as number)++;
      (flows[other * buckets + bucket] as number)++;
      if (flow === resolved) {
        const ticket = tickets[place] as number;
        counts.addResolution(ticket, at[place] as number, bucket);
        groups?.addResolution(ticket, bucket);
      }
    }
  }

  let last = log.count - 1;
  let place = last;
  for (let bucket = buckets; bucket >= 0; bucket--) {
    const start = bounds[bucket] as number;
    const row = bucket * classCount;
    for (; place >= 0 && (at[place] as number) >= start; place--) {
      const ticket = tickets[place] as number;
      const field = fields[place] as number;
      const code = from[place] as number;
      const after = masks[ticket] as number;
      let before = (after & ~(owned[field] as number)) | (bits[field * stride + code] as number);
      if (moved !== null) before = moved.undo(ticket, field, code, before);
      masks[ticket] = before;
      (steps[row + (classOf[ticket] as number)] as number) += openOf(after) - openOf(before);
      (overdueSteps[bucket] as number) += overdueOf(after) - overdueOf(before);
      groups?.undo(ticket, field, code, after, before, bucket);
      const isTogether =
        place > 0 &&
        tickets[place - 1] === ticket &&
        at[place - 1] === at[place] &&
        notBefore[place - 1] === notBefore[place] &&
        (fields[place - 1] as number) < field;
      if (isTogether) continue;
      if (bucket < buckets) countFlows(place, last, before, bucket);
      last = place - 1;
    }
  }
}
