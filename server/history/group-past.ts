import type { TrendGroup } from '../../contract/index.ts';
import { type GroupFlows, makeGroupFlows } from './bucket-flows.ts';
import { openOf, overdueOf } from './fail-masks.ts';
import { createOverdueCounts, type OverdueCounts } from './overdue-counts.ts';
import { createStays, type Stays } from './stays.ts';
import type { TicketColumns } from './ticket-columns.ts';
import { placeOf } from './ticket-state.ts';

/** The groups of tickets, taken back change by change, with what is counted of each. */
export interface GroupPast {
  /** When tickets were open that pass the filters. */
  readonly stays: Stays;
  readonly overdue: OverdueCounts;
  /** By the code of the group. */
  readonly flows: ReadonlyMap<number, GroupFlows>;
  /**
   * Undoes a change of a field from a code.
   *
   * @param after the mask of the ticket after the change, and `before` that before
   * @param bucket the first one at whose end it had happened
   */
  undo(ticket: number, field: number, from: number, after: number, before: number, bucket: number): void;
  /** Notes that a ticket has been as it is now since the end of a bucket. */
  end(ticket: number, mask: number, bucket: number): void;
  addResolution(ticket: number, bucket: number): void;
  addArrival(ticket: number, bucket: number): void;
}

/** Starts from the groups of today; `buckets` is how many there are. */
export function createGroupPast(tickets: TicketColumns, by: TrendGroup, buckets: number): GroupPast {
  const grouped = placeOf(by);
  const groups = tickets.current[grouped]?.all().slice() as Uint32Array;
  const firstGroups = tickets.first[grouped]?.all() as Uint32Array;
  const stays = createStays(tickets.count);
  const overdue = createOverdueCounts(buckets);
  const flows = new Map<number, GroupFlows>();
  /** The bucket at whose end a ticket was no longer as open, or as overdue, as in the state that is looked at. */
  const openUntil = new Uint16Array(tickets.count).fill(buckets);
  const overdueUntil = openUntil.slice();

  function endOpen(ticket: number, mask: number, group: number, from: number): void {
    const to = openUntil[ticket] as number;
    if (openOf(mask) === 1 && from < to) stays.add(ticket, group, from, to);
    openUntil[ticket] = Math.min(from, to);
  }

  function endOverdue(ticket: number, mask: number, group: number, from: number): void {
    const to = overdueUntil[ticket] as number;
    if (overdueOf(mask) === 1 && from < to) overdue.add(group, from, to);
    overdueUntil[ticket] = Math.min(from, to);
  }

  function flowsOf(group: number): GroupFlows {
    const known = flows.get(group) ?? makeGroupFlows(buckets);
    flows.set(group, known);
    return known;
  }

  return {
    stays,
    overdue,
    flows,
    undo(ticket, field, from, after, before, bucket) {
      const group = groups[ticket] as number;
      const isMoved = field === grouped;
      if (isMoved) groups[ticket] = from;
      if (isMoved || openOf(after) !== openOf(before)) endOpen(ticket, after, group, bucket);
      if (isMoved || overdueOf(after) !== overdueOf(before)) endOverdue(ticket, after, group, bucket);
    },
    end(ticket, mask, bucket) {
      endOpen(ticket, mask, groups[ticket] as number, bucket);
      endOverdue(ticket, mask, groups[ticket] as number, bucket);
    },
    addResolution(ticket, bucket) {
      (flowsOf(groups[ticket] as number).resolved[bucket] as number)++;
    },
    addArrival(ticket, bucket) {
      (flowsOf(firstGroups[ticket] as number).arrived[bucket] as number)++;
    },
  };
}
