import type { TrendGroup } from '../../contract/index.ts';
import { bucketOf } from './bucket-flows.ts';
import { type MaskTables, NOT_OPEN, OVERDUE } from './fail-masks.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { createStays, type Stays } from './stays.ts';
import { placeOf } from './ticket-state.ts';

/** The group of every ticket where there are none. */
export const NO_GROUP = -1;

/** The states of all tickets, taken back change by change from those of today, noting when they were open. */
export interface PastStates {
  /** The bits of each ticket. */
  readonly masks: Uint16Array;
  /** Undoes a change, but for what it says of the ticket's being open; see `settle`. */
  undo(ticket: number, place: number, from: number): void;
  /**
   * Notes what the changes of a ticket that were just undone say of its being open.
   *
   * @param after its bits and group before they were undone, that is: after the changes
   * @param bucket the first one at whose end the changes had happened
   */
  settle(ticket: number, after: { readonly mask: number; readonly group: number }, bucket: number): void;
  groupOf(ticket: number): number;
  /** Ends what is still open at the first bucket, or where the ticket was first seen. */
  end(bounds: Float64Array): Stays;
}

interface PastOptions {
  readonly masks: MaskTables;
  /** Is changed. */
  readonly current: Uint16Array;
  readonly by: TrendGroup | null;
  /** The number of buckets. */
  readonly count: number;
}

export function startFromToday(history: RecordedHistory, options: PastOptions): PastStates {
  const { masks: tables, current: masks, by, count } = options;
  const { tickets } = history;
  const copyOf = (place: number) => tickets.current[place]?.all().slice() as Uint32Array;
  const [segment, origin] = [placeOf('segment'), placeOf('originSegment')];
  const segments = tables.asksMoved ? copyOf(segment) : null;
  const origins = tables.asksMoved ? copyOf(origin) : null;
  const grouped = by === null ? NO_GROUP : placeOf(by);
  const groups = by === null ? null : copyOf(grouped);
  const stays = createStays(tickets.count);
  /** The bucket at whose end the state that is looked at no longer held. */
  const until = new Int32Array(tickets.count).fill(count);
  const groupOf = (ticket: number) => (groups === null ? NO_GROUP : (groups[ticket] as number));

  function note(ticket: number, mask: number, group: number, from: number): void {
    const to = until[ticket] as number;
    if (from < to && (mask & NOT_OPEN) === 0) stays.add(ticket, group, (mask & OVERDUE) !== 0, from, to);
  }

  return {
    masks,
    groupOf,
    undo(ticket, place, from) {
      const table = tables.tables[place];
      const kept = (masks[ticket] as number) & ~(tables.owned[place] as number);
      if (table != null) masks[ticket] = kept | (table[from] as number);
      if (place === grouped && groups !== null) groups[ticket] = from;
      if (segments === null || origins === null) return;
      if (place === segment) segments[ticket] = from;
      else if (place === origin) origins[ticket] = from;
      else return;
      masks[ticket] = tables.withMoved(
        masks[ticket] as number,
        segments[ticket] as number,
        origins[ticket] as number,
      );
    },
    settle(ticket, { mask, group }, bucket) {
      const isSame = isAlike(mask, masks[ticket] as number) && group === groupOf(ticket);
      if (isSame) return;
      note(ticket, mask, group, bucket);
      until[ticket] = Math.min(until[ticket] as number, bucket);
    },
    end(bounds) {
      const seenAt = tickets.seenAt.all();
      for (let ticket = 0; ticket < masks.length; ticket++) {
        const mask = masks[ticket] as number;
        if ((mask & NOT_OPEN) !== 0) continue;
        note(ticket, mask, groupOf(ticket), Math.max(0, bucketOf(bounds, seenAt[ticket] as number)));
      }
      return stays;
    },
  };
}

/** Whether two states are open or not, and overdue or not, alike. */
function isAlike(one: number, other: number): boolean {
  return isOpen(one) === isOpen(other) && (one & OVERDUE) === (other & OVERDUE);
}

function isOpen(mask: number): boolean {
  return (mask & NOT_OPEN) === 0;
}
