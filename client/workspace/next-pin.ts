import type { SnapshotStatus, TicketList } from '../../contract/index.ts';

/** The situation of a list that is read from a snapshot. */
export interface PinSituation {
  /** The snapshot that the list is pinned to; null for the newest. */
  readonly at: number | null;
  /** The list, if it is the requested one; null while it is on its way. */
  readonly arrived: Pick<TicketList, 'tickets' | 'snapshot'> | null;
  /** The state of the data as polled for `at`; null before it is known. */
  readonly polled: SnapshotStatus | null;
  /** Whether the reader wants newer data as it comes. */
  readonly following: boolean;
  /** Whether the snapshot is no longer kept. */
  readonly isLost: boolean;
}

/**
 * The next thing that a list does by itself: pin the snapshot that it was read from, release it for the newest where no
 * row can move, advance to the newest with marks on what is new, recover from a snapshot that is gone, or stay.
 */
export type PinStep =
  | { readonly do: 'pin'; readonly at: number }
  | { readonly do: 'release' | 'advance' | 'recover' | 'stay' };

/** Decides the next step. Once that is taken, there is none until something else has come in. */
export function nextPin({ at, arrived, polled, following, isLost }: PinSituation): PinStep {
  if (at === null) return arrived === null ? STAY : { do: 'pin', at: arrived.snapshot.number };
  if (arrived !== null && isBehind(arrived.snapshot, polled)) {
    if (at === arrived.snapshot.number && canMoveOn(arrived, polled)) return { do: 'release' };
    if (following) return { do: 'advance' };
  }
  return isLost ? { do: 'recover' } : STAY;
}

const STAY: PinStep = { do: 'stay' };

/** Whether a newer snapshot may be shown unasked, since nothing under the reader's eyes can move by it. */
function canMoveOn({ tickets, snapshot }: Pick<TicketList, 'tickets' | 'snapshot'>, polled: SnapshotStatus) {
  const { added, changed, gone } = polled.changes;
  return tickets.length === 0 || !snapshot.whole || added + changed + gone === 0;
}

/** Whether the poll, asked about the snapshot on screen, knows of a newer one. */
export function isBehind(shown: SnapshotStatus, polled: SnapshotStatus | null): polled is SnapshotStatus {
  return polled !== null && polled.number === shown.number && polled.newest !== shown.number;
}
