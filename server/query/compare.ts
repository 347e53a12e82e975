import type { Changes, TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { hasPosition } from './position-set.ts';
import { selectTickets } from './select.ts';

/**
 * Counts what the newer snapshot has, under a query's filters, that the older has not. An unchanged ticket is the
 * same object in both.
 */
export function compareSnapshots(older: Snapshot, newer: Snapshot, query: TicketQuery): Changes {
  if (older === newer) return { added: 0, changed: 0, gone: 0 };
  const before = selectTickets(older, query);
  const after = selectTickets(newer, query);
  let common = 0;
  let changed = 0;
  forEachShared(older, newer, (was, is) => {
    if ((hasPosition(before.matches, was) & hasPosition(after.matches, is)) === 0) return;
    common++;
    if (older.tickets[was] !== newer.tickets[is]) changed++;
  });
  return { added: after.total - common, changed, gone: before.total - common };
}

/** Calls `visit` with both positions of every ticket that both snapshots have: each lies by ascending id. */
function forEachShared(
  older: Snapshot,
  newer: Snapshot,
  visit: (inOlder: number, inNewer: number) => void,
): void {
  let was = 0;
  let is = 0;
  while (was < older.tickets.length && is < newer.tickets.length) {
    const oldId = older.tickets[was]?.id as number;
    const newId = newer.tickets[is]?.id as number;
    if (oldId === newId) visit(was, is);
    if (oldId <= newId) was++;
    if (newId <= oldId) is++;
  }
}
