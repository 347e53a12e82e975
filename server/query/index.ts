import type { Facets, Page, Ticket, TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { describeFacets } from './count.ts';
import { pageTickets } from './page.ts';

export { compareSnapshots } from './compare.ts';
export type { CountedFacets } from './count.ts';
export { markTickets } from './mark.ts';
export { matchingTickets, pageTickets } from './page.ts';
export { summarizeTickets } from './summarize.ts';

/** Answers a query: the page it asks for and the counts of all facets, agreeing to the ticket. */
export function listTickets(
  snapshot: Snapshot,
  query: TicketQuery,
): { readonly tickets: readonly Ticket[]; readonly page: Page; readonly facets: Facets } {
  const { facets, ...paged } = pageTickets(snapshot, query);
  return { ...paged, facets: describeFacets(facets) };
}
