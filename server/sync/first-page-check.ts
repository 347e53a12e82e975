import { findTicket, type Snapshot } from '../snapshot/snapshot.ts';
import type { ReadPage } from './pages.ts';
import type { TicketRead } from './read-tickets.ts';

/**
 * What the first page alone tells of a workspace whose tickets are known; null when it is nothing new. The
 * other tickets stay as they were, and none leaves: which one is gone, one page cannot tell. It is whole only
 * if the snapshot was and the numbers still agree, which takes a page that tells one.
 *
 * @param page its tickets are the snapshot's own objects where nothing about them has changed
 */
export function mergeFirstPage(newest: Snapshot, { tickets, totalCount }: ReadPage): TicketRead | null {
  const known = tickets.map(({ id }) => findTicket(newest, id));
  const sameCount = totalCount === null || totalCount === newest.total;
  if (sameCount && tickets.every((ticket, place) => ticket === known[place])) return null;
  const added = new Set(tickets.filter((_, place) => known[place] === null).map(({ id }) => id)).size;
  const total = totalCount ?? newest.total;
  const gap = total === null ? 0 : total - newest.tickets.length - added;
  return {
    tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    total,
    whole: newest.whole && totalCount !== null && gap === 0,
    complete: false,
    seen: tickets.length,
    gap,
    isFull: false,
    failures: new Map(),
  };
}
