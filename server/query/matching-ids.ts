import type { Ticket, TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { listPositions } from './position-set.ts';
import { selectTickets } from './select.ts';

/** The ids of all tickets that match a query's filters, ascending. */
export function matchingIds(snapshot: Snapshot, query: TicketQuery): Float64Array {
  const { matches, total } = selectTickets(snapshot, query);
  const { tickets } = snapshot;
  return Float64Array.from(listPositions(matches, total), (position) => (tickets[position] as Ticket).id);
}
