import type { MaskTable } from './fail-masks.ts';
import type { TicketColumns } from './ticket-columns.ts';
import { placeOf } from './ticket-state.ts';

/** The segments of tickets, taken back change by change. */
export interface MovedPast {
  /** Undoes a change of a field from a code, and gives the mask with what it says of the ticket's having moved. */
  undo(ticket: number, field: number, from: number, mask: number): number;
}

/** The segments of today to start from; null where the query does not ask who has moved. */
export function createMovedPast({ current }: TicketColumns, { withMoved }: MaskTable): MovedPast | null {
  if (withMoved === null) return null;
  const [segment, origin] = [placeOf('segment'), placeOf('originSegment')];
  const segments = current[segment]?.all().slice() as Uint32Array;
  const origins = current[origin]?.all().slice() as Uint32Array;
  return {
    undo(ticket, field, from, mask) {
      if (field === segment) segments[ticket] = from;
      else if (field === origin) origins[ticket] = from;
      else return mask;
      return withMoved(mask, segments[ticket] as number, origins[ticket] as number);
    },
  };
}
