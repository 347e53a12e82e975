import type { Page, Ticket, TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { CountedFacets } from './count.ts';
import { hasPosition, type PositionSet } from './position-set.ts';
import { selectTickets } from './select.ts';
import { sortTickets } from './sort.ts';

/** The page that a query asks for, empty past the end, and the counts of all facets under its filters. */
export function pageTickets(
  snapshot: Snapshot,
  query: TicketQuery,
): { readonly tickets: readonly Ticket[]; readonly page: Page; readonly facets: CountedFacets } {
  const { page: number, perPage } = query;
  const { matches, total, facets } = selectTickets(snapshot, query);
  const page = { number, perPage, total, pages: Math.ceil(total / perPage) };
  const skipped = (number - 1) * perPage;
  const length = Math.max(0, Math.min(perPage, total - skipped));
  const found = takeMatches(sortTickets(snapshot, query.sort), matches, skipped, length);
  return { tickets: found.map((position) => snapshot.tickets[position] as Ticket), page, facets };
}

/** Walks an order until `length` matches are found, after the `skipped` first ones. */
function takeMatches(order: Uint32Array, matches: PositionSet, skipped: number, length: number): number[] {
  const taken: number[] = [];
  let left = skipped;
  for (let place = 0; place < order.length && taken.length < length; place++) {
    const position = order[place] as number;
    if (hasPosition(matches, position) === 0) continue;
    if (left > 0) left--;
    else taken.push(position);
  }
  return taken;
}

/**
 * Every ticket that matches, in the query's order, whatever its page, and how many they are. They are found as
 * they are asked for.
 */
export function matchingTickets(
  snapshot: Snapshot,
  query: TicketQuery,
): { readonly total: number; readonly tickets: Iterable<Ticket> } {
  const { matches, total } = selectTickets(snapshot, query);
  return { total, tickets: walkMatches(snapshot, sortTickets(snapshot, query.sort), matches) };
}

function* walkMatches({ tickets }: Snapshot, order: Uint32Array, matches: PositionSet): Generator<Ticket> {
  for (const position of order) {
    if (hasPosition(matches, position) === 1) yield tickets[position] as Ticket;
  }
}
