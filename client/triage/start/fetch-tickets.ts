import type { Ticket, TicketQuery } from '../../../contract/index.ts';
import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { MAX_AT_START } from '../../../contract/meeting/index.ts';
import { type FetchPage, PAGE_SIZE } from '../live/fetch-live-state.ts';

/** The tickets that a meeting begins with, and the data that they were copied from. */
export interface TicketsOfSnapshot {
  readonly tickets: readonly Ticket[];
  readonly snapshot: MeetingHead['snapshot'];
}

/**
 * The first tickets of a view in its order, all from one snapshot.
 *
 * @param at the snapshot that the reader has seen the count of; null for the newest
 * @param limit how many tickets are wanted, up to {@link MAX_AT_START}
 */
export async function fetchTickets(
  fetchPage: FetchPage,
  apiQuery: TicketQuery,
  at: number | null,
  limit: number,
): Promise<TicketsOfSnapshot> {
  const wanted = Math.min(limit, MAX_AT_START);
  const page = (number: number, from = at) =>
    fetchPage({ ...apiQuery, page: number, perPage: PAGE_SIZE, at: from });
  const first = await page(1);
  const pages = Math.min(first.page.pages, Math.ceil(wanted / PAGE_SIZE));
  const others = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);
  const rest = await Promise.all(others.map((other) => page(other, first.snapshot.number)));
  const { number, takenAt, whole, loaded, total } = first.snapshot;
  return {
    tickets: [first, ...rest].flatMap(({ tickets }) => tickets).slice(0, wanted),
    snapshot: { number, takenAt, whole, loaded, total, matching: first.page.total },
  };
}
