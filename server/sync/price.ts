import type { ReadPage } from './pages.ts';
import type { TicketRead } from './read-tickets.ts';

/**
 * The calls that reading all pages costs, reckoned from what the first page brought; null when nothing tells how many
 * there are. What the upstream counted and did not list in the last read has no pages, so it costs nothing: a count
 * that is far too high must not make reads look too expensive for the day.
 *
 * @param last the last read that ended
 */
export function estimatePrice(
  { received, totalCount }: Pick<ReadPage, 'received' | 'totalCount'>,
  last: Pick<TicketRead, 'seen' | 'total'> | null,
): number | null {
  if (received === 0) return 1;
  // Without a count, an empty page has to tell the end.
  if (totalCount === null) return last === null ? null : Math.ceil(last.seen / received) + 1;
  const unlisted = last === null || last.total === null ? 0 : Math.max(0, last.total - last.seen);
  return Math.max(1, Math.ceil((totalCount - unlisted) / received));
}
