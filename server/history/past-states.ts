import type { TrendGroup } from '../../contract/index.ts';
import { bucketOf } from './bucket-flows.ts';
import { type MaskTables, NOT_OPEN, OVERDUE } from './fail-masks.ts';
import { createOverdueCounts, type OverdueCounts } from './overdue-counts.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { createStays, type Stays } from './stays.ts';
import { placeOf } from './ticket-state.ts';

/** The group of every ticket where there are none. */
export const NO_GROUP = -1;

/** The states of all tickets, taken back change by change from those of today, noting when they were open. */
export interface PastStates {
  /** The bits of each ticket. */
  readonly masks: Uint16Array;
  readonly stays: Stays;
  readonly overdue: OverdueCounts;
  /** Undoes a change, but for what it says of the ticket's being open; see `settle`. */
  undo(ticket: number, place: number, from: number): void;
  /**
   * Notes what the changes of a ticket that were just undone say of its being open.
   *
   * @param mask its bits before they were undone, that is: after the changes; its group likewise
   * @param instant the instant of the changes, none later than that of the call before
   */
  settle(ticket: number, mask: number, group: number, instant: number): void;
  groupOf(ticket: number): number;
  /** Ends what is still open at the first bucket, or where the ticket was first seen. */
  end(): void;
}

interface PastOptions {
  readonly tables: MaskTables;
  /** The masks of today's states. Is changed. */
  readonly masks: Uint16Array;
  readonly by: TrendGroup | null;
  /** Those that {@link stateBounds} gives. */
  readonly bounds: Float64Array;
}

export function startFromToday({ tickets }: RecordedHistory, options: PastOptions): PastStates {
  const { tables, masks, by, bounds } = options;
  const count = bounds.length - 1;
  const copyOf = (place: number) => tickets.current[place]?.all().slice() as Uint32Array;
  const [segment, origin] = [placeOf('segment'), placeOf('originSegment')];
  const segments = tables.asksMoved ? copyOf(segment) : null;
  const origins = tables.asksMoved ? copyOf(origin) : null;
  const grouped = by === null ? NO_GROUP : placeOf(by);
  const groups = by === null ? null : copyOf(grouped);
  const stays = createStays(tickets.count);
  const overdue = createOverdueCounts(count);
  /** The bucket at whose end a ticket was no longer as open, or as overdue, as in the state that is looked at. */
  const openUntil = new Uint16Array(tickets.count).fill(count);
  const overdueUntil = openUntil.slice();
  /** The first bucket at whose end the changes that are undone had happened. */
  let bucket = count;
  const groupOf = (ticket: number) => (groups === null ? NO_GROUP : (groups[ticket] as number));

  function closeOpen(ticket: number, mask: number, group: number, from: number): void {
    const to = openUntil[ticket] as number;
    if ((mask & NOT_OPEN) === 0 && from < to) stays.add(ticket, group, from, to);
    openUntil[ticket] = Math.min(from, to);
  }

  function closeOverdue(ticket: number, mask: number, group: number, from: number): void {
    const to = overdueUntil[ticket] as number;
    if (isOverdue(mask) && from < to) overdue.add(group, from, to);
    overdueUntil[ticket] = Math.min(from, to);
  }

  return {
    masks,
    stays,
    overdue,
    groupOf,
    undo(ticket, place, from) {
      const table = tables.tables[place];
      if (table != null) {
        const kept = (masks[ticket] as number) & ~(tables.owned[place] as number);
        masks[ticket] = kept | (table[from] as number);
      }
      if (place === grouped && groups !== null) groups[ticket] = from;
      if (segments === null || origins === null || (place !== segment && place !== origin)) return;
      const changed = place === segment ? segments : origins;
      changed[ticket] = from;
      const mask = masks[ticket] as number;
      masks[ticket] = tables.withMoved(mask, segments[ticket] as number, origins[ticket] as number);
    },
    settle(ticket, mask, group, instant) {
      while ((bounds[bucket] as number) > instant && bucket > 0) bucket--;
      const before = masks[ticket] as number;
      const isMoved = group !== groupOf(ticket);
      const isOpenAlike = ((mask & NOT_OPEN) === 0) === ((before & NOT_OPEN) === 0);
      if (isMoved || !isOpenAlike) closeOpen(ticket, mask, group, bucket);
      if (isMoved || isOverdue(mask) !== isOverdue(before)) closeOverdue(ticket, mask, group, bucket);
    },
    end() {
      const second = bounds[1] as number;
      const seenAt = tickets.seenAt.all();
      for (let ticket = 0; ticket < masks.length; ticket++) {
        const mask = masks[ticket] as number;
        if ((mask & NOT_OPEN) !== 0) continue;
        const seen = seenAt[ticket] as number;
        const from = seen < second ? 0 : bucketOf(bounds, seen);
        closeOpen(ticket, mask, groupOf(ticket), from);
        closeOverdue(ticket, mask, groupOf(ticket), from);
      }
    },
  };
}

/** Whether a ticket is open, passes the filters and is overdue. */
function isOverdue(mask: number): boolean {
  return (mask & (NOT_OPEN | OVERDUE)) === OVERDUE;
}
