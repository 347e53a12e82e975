import { DEFAULT_QUERY, type Ticket, type TicketList, type TicketQuery } from '../../../contract/index.ts';
import type { MeetingHead } from '../../../contract/meeting/index.ts';

/** The most tickets that one answer has. */
export const PAGE_SIZE = 200;

/** Fetches one page of a list. */
export type FetchPage = (query: TicketQuery) => Promise<TicketList>;

/** A meeting's tickets in one snapshot. */
export interface LiveState {
  readonly snapshot: number;
  /** The requested tickets: a meeting may have more by now. */
  readonly requested: ReadonlySet<number>;
  /** The tickets that the snapshot has; one that is missing from a whole snapshot is gone. */
  readonly tickets: ReadonlyMap<number, Ticket>;
  readonly whole: boolean;
  /** The number of tickets in the list and not in the meeting; null when it is not known. */
  readonly newTickets: number | null;
}

/**
 * Fetches a meeting's tickets as they are in a snapshot.
 *
 * @param apiQuery the meeting's query as the server gets it; null when this version cannot read it
 */
export async function fetchLiveState(
  fetchPage: FetchPage,
  head: MeetingHead,
  apiQuery: TicketQuery | null,
  at: number,
): Promise<LiveState> {
  const ids = head.items.map(({ id }) => id);
  const own = await fetchAllPages(fetchPage, { ...DEFAULT_QUERY, ids, deleted: 'include', at });
  return {
    snapshot: at,
    requested: new Set(ids),
    tickets: new Map(own.tickets.map((ticket) => [ticket.id, ticket])),
    whole: own.whole,
    newTickets: apiQuery === null || !own.whole ? null : await countNewTickets(fetchPage, head, apiQuery, at),
  };
}

/**
 * The tickets of a meeting's view that the meeting has not, in the view's order. Of a view that had more tickets
 * than the meeting took, only those that are new or have changed since.
 */
export async function fetchNewTickets(
  fetchPage: FetchPage,
  head: MeetingHead,
  apiQuery: TicketQuery,
  at: number,
): Promise<readonly Ticket[]> {
  const known = new Set(head.items.map(({ id }) => id));
  const { tickets } = await fetchAllPages(fetchPage, { ...sinceFreeze(head, apiQuery), at });
  return tickets.filter(({ id }) => !known.has(id));
}

/** All in the view, less those of them that the meeting has: two counts, and no list. */
async function countNewTickets(
  fetchPage: FetchPage,
  head: MeetingHead,
  apiQuery: TicketQuery,
  at: number,
): Promise<number> {
  const all = { ...sinceFreeze(head, apiQuery), page: 1, perPage: 1, at };
  const own = new Set(apiQuery.ids);
  const ids = head.items.map(({ id }) => id).filter((id) => apiQuery.ids.length === 0 || own.has(id));
  const [inView, known] = await Promise.all([
    fetchPage(all),
    // No ids at all would ask for any.
    ids.length === 0 ? null : fetchPage({ ...all, ids }),
  ]);
  return inView.page.total - (known?.page.total ?? 0);
}

/** The query without the tickets that the meeting left out at its start, which are not new. */
function sinceFreeze({ snapshot, items }: MeetingHead, apiQuery: TicketQuery): TicketQuery {
  // Of data that was not whole nobody knows what it lacked.
  const tookAll =
    snapshot.whole &&
    items.filter(({ added, carriedOver }) => !added && carriedOver === 0).length >= snapshot.matching;
  if (tookAll || snapshot.takenAt === null) return apiQuery;
  const since = apiQuery.changedSince;
  return { ...apiQuery, changedSince: since !== null && since > snapshot.takenAt ? since : snapshot.takenAt };
}

async function fetchAllPages(fetchPage: FetchPage, query: TicketQuery) {
  const first = await fetchPage({ ...query, page: 1, perPage: PAGE_SIZE });
  const others = Array.from({ length: Math.max(0, first.page.pages - 1) }, (_, index) => index + 2);
  const rest = await Promise.all(others.map((page) => fetchPage({ ...query, page, perPage: PAGE_SIZE })));
  return { tickets: [first, ...rest].flatMap(({ tickets }) => tickets), whole: first.snapshot.whole };
}
