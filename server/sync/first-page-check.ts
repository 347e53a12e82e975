import type { SnapshotArchive } from '../snapshot/archive.ts';
import { findTicket, type Snapshot } from '../snapshot/snapshot.ts';
import type { LossGuard } from './loss-guard.ts';
import type { ReadPage } from './pages.ts';
import type { Publisher } from './publisher.ts';
import type { TicketRead } from './read-tickets.ts';

/** The parts of a workspace's sync that a check works on. */
interface CheckParts {
  readonly archive: SnapshotArchive;
  readonly lossGuard: LossGuard;
  readonly publisher: Publisher;
}

/**
 * Publishes what the first page tells of a workspace that was read before. Its tickets are new, the others as old as they
 * were: so the snapshot is no newer than its read.
 *
 * @throws UnconfirmedLoss when it counts far fewer tickets than there were, the first time
 */
export async function checkFirstPage(page: ReadPage, { archive, lossGuard, publisher }: CheckParts) {
  const newest = archive.newest();
  if (newest === null) return;
  lossGuard.checkFirstPage(page.totalCount, newest);
  const news = mergeFirstPage(newest, page);
  if (news !== null) await publisher.publishRead(news, archive.momentOf(newest));
}

/**
 * The news on the first page of a workspace whose tickets are known; null when there is none. The
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
