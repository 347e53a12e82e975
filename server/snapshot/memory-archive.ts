import type { SnapshotArchive } from './archive.ts';
import type { Snapshot } from './snapshot.ts';

/** Most snapshots stored of a workspace. */
const MAX_SNAPSHOTS = 8;

/**
 * An archive that ends with the process. Beyond {@link MAX_SNAPSHOTS}, the one unused for the longest leaves:
 * a page asks for its own every few seconds, so a snapshot stays for as long as somebody reads it.
 *
 * @param firstNumber above all numbers of processes before this one, so that a page that is pinned to a snapshot from
 *   before a restart finds it gone and not another in its place
 */
export function createMemoryArchive(firstNumber: number): SnapshotArchive {
  /** By number, the one that was asked for last at the end. */
  const snapshots = new Map<number, Snapshot>();
  const moments = new WeakMap<Snapshot, number>();
  const published = createListeners();
  const dropped = createListeners();
  let newest: Snapshot | null = null;
  let next = firstNumber;

  function touch(snapshot: Snapshot): void {
    snapshots.delete(snapshot.number);
    snapshots.set(snapshot.number, snapshot);
  }

  function dropLongestUnasked(): void {
    const [longestUnasked] = snapshots.values();
    if (longestUnasked === undefined) return;
    snapshots.delete(longestUnasked.number);
    dropped.tell(longestUnasked);
  }

  return {
    nextNumber: async () => next++,
    newest: () => newest,
    at(number) {
      const snapshot = snapshots.get(number) ?? null;
      if (snapshot !== null) touch(snapshot);
      return snapshot;
    },
    momentOf: (snapshot) => moments.get(snapshot) ?? 0,
    async add(snapshot, moment) {
      newest = snapshot;
      moments.set(snapshot, moment);
      touch(snapshot);
      if (snapshots.size > MAX_SNAPSHOTS) dropLongestUnasked();
      published.tell(snapshot);
    },
    onPublish: published.add,
    onDrop: dropped.add,
  };
}

type Listener = (snapshot: Snapshot) => void;

function createListeners(): { add(listener: Listener): () => void; tell: Listener } {
  const listeners = new Set<Listener>();
  return {
    add(listener) {
      // Its own for each call, so that the same listener can be there twice.
      const own: Listener = (snapshot) => listener(snapshot);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    tell(snapshot) {
      for (const listener of listeners) listener(snapshot);
    },
  };
}
