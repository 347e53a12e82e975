import type { Marks, Ticket, TicketQuery } from '../../contract/index.ts';
import { findPosition, type Snapshot } from '../snapshot/snapshot.ts';
import { hasPosition } from './position-set.ts';
import { selectTickets } from './select.ts';

/**
 * Tells which of these tickets, found by `query` in the newest snapshot, an older one had not under the same
 * filters, and which it had otherwise. An unchanged ticket is the same object in both.
 */
export function markTickets(older: Snapshot, tickets: readonly Ticket[], query: TicketQuery): Marks {
  const { matches } = selectTickets(older, query);
  const added: number[] = [];
  const changed: number[] = [];
  for (const ticket of tickets) {
    const position = findPosition(older, ticket.id);
    if (position === null || hasPosition(matches, position) === 0) added.push(ticket.id);
    else if (older.tickets[position] !== ticket) changed.push(ticket.id);
  }
  return { added, changed };
}
