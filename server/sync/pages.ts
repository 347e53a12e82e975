import type { Ticket } from '../../contract/index.ts';
import type { UpstreamFailure } from '../upstream/failure.ts';
import { type Capacity, createCapacity } from './capacity.ts';

/** The part of an upstream's page that the reading of tickets needs. */
export interface ReadPage {
  readonly tickets: readonly Ticket[];
  /** Records without an id that anybody could read; they are in `received` and not in `tickets`. */
  readonly unreadable: number;
  readonly received: number;
  /** The tickets that the upstream says it has, at the time of this page; null when it does not say. */
  readonly totalCount: number | null;
}

/** Fetches one page, the first being 1. Rejects with an `UpstreamFailure`, or when `signal` aborts. */
export type FetchPage = (page: number, signal: AbortSignal) => Promise<ReadPage>;

/** The tickets read so far, in one pass over the pages or in several. It is filled page by page. */
export interface Pass {
  readonly tickets: Map<number, Ticket>;
  /** Unreadable records by page. */
  readonly unreadable: Map<number, number>;
  /** Failures of pages that could not be read, by number. */
  readonly failures: Map<number, UpstreamFailure>;
  /**
   * The upstream's count: the highest since it last fell. Pages overtake each other, so the one that comes last
   * need not be the newest. Null while no page has told it.
   */
  total: number | null;
  /** Whether that count fell during the pass: tickets left, so pages moved up and one can have been missed. */
  shrank: boolean;
  /** Whether an empty page has told that there are no more. It is asked for only where no count tells. */
  reachedEnd: boolean;
  /** Whether tickets found no room any more. */
  isFull: boolean;
  readonly capacity: Capacity;
}

export function startPass(capacity = createCapacity()): Pass {
  const found = { tickets: new Map(), unreadable: new Map(), failures: new Map() };
  return { ...found, total: null, shrank: false, reachedEnd: false, isFull: false, capacity };
}

/**
 * Announces a page that is about to be asked for, and answers what adds it when it has come. Of a ticket that
 * was read before, the page is now the last word.
 */
export function expectPage(pass: Pass, number: number): (page: ReadPage) => void {
  // A lower count means a fall only if the higher one was known before this page was asked for.
  const known = pass.total ?? 0;
  return ({ tickets, unreadable, totalCount }) => {
    for (const ticket of tickets) {
      if (pass.capacity.claim(ticket, pass.tickets.get(ticket.id))) pass.tickets.set(ticket.id, ticket);
      else pass.isFull = true;
    }
    pass.unreadable.set(number, unreadable);
    if (totalCount === null) return;
    const fell = totalCount < known;
    pass.shrank ||= fell;
    pass.total = fell ? totalCount : Math.max(pass.total ?? 0, totalCount);
  };
}

/** Records seen in a pass, each ticket once. */
export function countSeen(pass: Pass): number {
  let count = pass.tickets.size;
  for (const records of pass.unreadable.values()) count += records;
  return count;
}
