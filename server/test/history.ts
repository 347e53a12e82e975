import { diffRead } from '../history/diff-read.ts';
import { createHistory, type RecordedHistory } from '../history/recorded-history.ts';
import { isSameTicket } from '../snapshot/same-ticket.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { finish } from '../snapshot/steps.ts';

/** The history that has these reads recorded, one after another. */
export function historyOf(...snapshots: readonly Snapshot[]): RecordedHistory {
  const history = createHistory();
  for (const [index, { number, takenAt, whole, total, tickets }] of snapshots.entries()) {
    const previous = snapshots[index - 1]?.tickets ?? [];
    const read = { number, takenAt, whole, total };
    history.apply(finish(diffRead({ history, read, tickets, previous, isSame: isSameTicket })));
  }
  return history;
}
