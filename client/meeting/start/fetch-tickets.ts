import type { Ticket, TicketQuery } from '../../../contract/index.ts';
import { type Ask, PAGE } from '../live/look.ts';
import { MAX_AT_START } from '../record/limits.ts';
import type { Head } from '../record/meeting.ts';

/** The tickets that a meeting begins with, and the data that they were copied from. */
export interface Frozen {
  readonly tickets: readonly Ticket[];
  readonly frozen: Head['frozen'];
}

/**
 * The first tickets of a view in its order, all from one snapshot.
 *
 * @param at the snapshot that the reader has seen the count of; null for the newest
 * @param limit how many tickets are wanted, up to {@link MAX_AT_START}
 */
export async function fetchTickets(
  ask: Ask,
  question: TicketQuery,
  at: number | null,
  limit: number,
): Promise<Frozen> {
  const wanted = Math.min(limit, MAX_AT_START);
  const page = (number: number, from = at) => ask({ ...question, page: number, perPage: PAGE, at: from });
  const first = await page(1);
  const pages = Math.min(first.page.pages, Math.ceil(wanted / PAGE));
  const others = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);
  const rest = await Promise.all(others.map((other) => page(other, first.snapshot.number)));
  const { number, takenAt, whole } = first.snapshot;
  return {
    tickets: [first, ...rest].flatMap(({ tickets }) => tickets).slice(0, wanted),
    frozen: { snapshot: number, takenAt, whole, matching: first.page.total },
  };
}
