import { DEFAULT_QUERY, type Ticket, type TicketList, type TicketQuery } from '../../../contract/index.ts';
import type { Head } from '../record/meeting.ts';

/** The most tickets that one answer has. */
export const PAGE = 200;

/** Asks for one page of a list. */
export type Ask = (query: TicketQuery) => Promise<TicketList>;

/** How a meeting's tickets stand in one snapshot. */
export interface Look {
  readonly snapshot: number;
  /** The tickets that were asked for: a meeting may have more by now. */
  readonly asked: ReadonlySet<number>;
  /** The tickets that the snapshot has; one that is missing from a whole snapshot is gone. */
  readonly tickets: ReadonlyMap<number, Ticket>;
  readonly whole: boolean;
  /** How many tickets are in the view and not in the meeting; null when that cannot be told. */
  readonly newOnes: number | null;
}

/**
 * Looks at a meeting's tickets in a snapshot.
 *
 * @param question the meeting's view as the server is asked it; null when this version cannot read it
 */
export async function look(ask: Ask, head: Head, question: TicketQuery | null, at: number): Promise<Look> {
  const ids = head.entries.map(({ id }) => id);
  const own = await allPages(ask, { ...DEFAULT_QUERY, ids, deleted: 'include', at });
  return {
    snapshot: at,
    asked: new Set(ids),
    tickets: new Map(own.tickets.map((ticket) => [ticket.id, ticket])),
    whole: own.whole,
    newOnes: question === null || !own.whole ? null : await countNewOnes(ask, head, question, at),
  };
}

/**
 * The tickets of a meeting's view that the meeting has not, in the view's order. Of a view that had more tickets
 * than the meeting took, only those that are new or have changed since.
 */
export async function fetchNewOnes(
  ask: Ask,
  head: Head,
  question: TicketQuery,
  at: number,
): Promise<readonly Ticket[]> {
  const known = new Set(head.entries.map(({ id }) => id));
  const { tickets } = await allPages(ask, { ...sinceFreeze(head, question), at });
  return tickets.filter(({ id }) => !known.has(id));
}

/** All in the view, less those of them that the meeting has: two counts, and no list. */
async function countNewOnes(ask: Ask, head: Head, question: TicketQuery, at: number): Promise<number> {
  const all = { ...sinceFreeze(head, question), page: 1, perPage: 1, at };
  const own = new Set(question.ids);
  const ids = head.entries.map(({ id }) => id).filter((id) => question.ids.length === 0 || own.has(id));
  const [inView, known] = await Promise.all([
    ask(all),
    // No ids at all would ask for any.
    ids.length === 0 ? null : ask({ ...all, ids }),
  ]);
  return inView.page.total - (known?.page.total ?? 0);
}

/** What a view's tickets that the meeting left out at its start are kept out by: they are nothing new. */
function sinceFreeze({ frozen, entries }: Head, question: TicketQuery): TicketQuery {
  // Of data that was not whole nobody knows what it lacked.
  const tookAll =
    frozen.whole && entries.filter(({ added, carried }) => !added && carried === 0).length >= frozen.matching;
  if (tookAll || frozen.takenAt === null) return question;
  const since = question.changedSince;
  return { ...question, changedSince: since !== null && since > frozen.takenAt ? since : frozen.takenAt };
}

async function allPages(ask: Ask, query: TicketQuery) {
  const first = await ask({ ...query, page: 1, perPage: PAGE });
  const others = Array.from({ length: Math.max(0, first.page.pages - 1) }, (_, index) => index + 2);
  const rest = await Promise.all(others.map((page) => ask({ ...query, page, perPage: PAGE })));
  return { tickets: [first, ...rest].flatMap(({ tickets }) => tickets), whole: first.snapshot.whole };
}
