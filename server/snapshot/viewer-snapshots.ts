import { type Ticket, withoutCustomer } from '../../contract/index.ts';
import type { SnapshotReader, ViewerSnapshots } from './ports.ts';
import type { Snapshot, SnapshotInput } from './snapshot.ts';

/** A snapshot, and the one that it was made of. */
interface Pair {
  readonly full: Snapshot;
  readonly reduced: Snapshot;
}

interface ViewerSnapshotsOptions {
  /** The snapshots as they were read. */
  readonly full: SnapshotReader;
  /** Makes a snapshot without stopping the event loop. */
  readonly build: (input: SnapshotInput) => Promise<Snapshot>;
  /** Told when one could not be made. Viewers keep the one before it until the next. */
  readonly onError: (error: unknown) => void;
}

/** Makes a viewer's snapshot of each that is published, from the first request for one on. */
export function createViewerSnapshots({ full, build, onError }: ViewerSnapshotsOptions): ViewerSnapshots {
  const pairs = new Map<number, Pair>();
  const listeners = new Set<(snapshot: Snapshot) => void>();
  /** The same for the same ticket, so that comparing two snapshots is cheap and a ticket is held once. */
  const reducedTickets = new WeakMap<Ticket, Ticket>();
  let newest: Snapshot | null = null;
  let isAwake = false;
  /** The one that is being made; it is false once that has failed. */
  let making: Promise<boolean> | null = null;

  function reduce(ticket: Ticket): Ticket {
    const reduced = reducedTickets.get(ticket) ?? withoutCustomer(ticket);
    reducedTickets.set(ticket, reduced);
    return reduced;
  }

  async function make(next: Snapshot): Promise<boolean> {
    try {
      const { number, takenAt, whole, total, tickets } = next;
      const reduced = await build({ number, takenAt, whole, total, tickets: tickets.map(reduce) });
      // It may have been dropped meanwhile, and would never be again.
      if (full.at(number) !== null) pairs.set(number, { full: next, reduced });
      newest = reduced;
      for (const listener of listeners) listener(reduced);
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  }

  /** Makes them until the newest is there or could not be made: those that came and went meanwhile are left out. */
  async function catchUp(): Promise<void> {
    if (making !== null) return;
    for (let next = full.newest(); next !== null && next.number !== newest?.number; next = full.newest()) {
      making = make(next);
      if (!(await making) && full.newest() === next) break;
    }
    making = null;
  }

  full.onPublish(() => {
    if (isAwake) void catchUp();
  });
  full.onDrop(({ number }) => pairs.delete(number));

  return {
    newest: () => newest,
    at(number) {
      // Asked for, so that the one it is made of counts as used.
      full.at(number);
      return pairs.get(number)?.reduced ?? null;
    },
    async reach(number) {
      await full.reach(number);
      while (making !== null && full.at(number) !== null && !pairs.has(number)) await making;
    },
    takenAt: (snapshot) => full.takenAt(pairs.get(snapshot.number)?.full ?? snapshot),
    onPublish(listener) {
      const own = (snapshot: Snapshot) => listener(snapshot);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    onDrop: full.onDrop,
    isRestoring: full.isRestoring,
    async wake() {
      if (!isAwake) {
        isAwake = true;
        void catchUp();
      }
      while (newest === null && making !== null) await making;
    },
  };
}
