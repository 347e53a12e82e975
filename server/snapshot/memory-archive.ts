import type { Snapshot } from './snapshot.ts';

/** How many snapshots of a workspace are kept for the pages that are pinned to them. */
const KEPT = 8;

/** The last snapshots of a workspace. */
export interface SnapshotArchive {
  /** The number that the next snapshot must have. */
  nextNumber(): number;
  newest(): Snapshot | null;
  /** The snapshot of that number, null when it is gone. Asking for it keeps it longer. */
  at(number: number): Snapshot | null;
  /**
   * Makes it the newest. Beyond {@link KEPT}, the one that nobody has asked for the longest leaves: a page
   * asks for its own every few seconds, so what somebody looks at stays for as long as they do.
   *
   * @param takenAt the moment of it
   */
  add(snapshot: Snapshot, takenAt: number): void;
  /** The moment at which a snapshot was taken: unlike its date, no setting of the machine's clock makes it wrong. */
  takenAt(snapshot: Snapshot): number;
}

/**
 * @param firstNumber above all numbers of processes before this one, so that a page that is pinned to a snapshot from
 *   before a restart finds it gone and not another in its place
 */
export function createMemoryArchive(firstNumber: number): SnapshotArchive {
  /** By number, the one that was asked for last at the end. */
  const kept = new Map<number, Snapshot>();
  const moments = new WeakMap<Snapshot, number>();
  let newest: Snapshot | null = null;
  let next = firstNumber;

  function touch(snapshot: Snapshot): void {
    kept.delete(snapshot.number);
    kept.set(snapshot.number, snapshot);
  }

  return {
    nextNumber: () => next++,
    newest: () => newest,
    at(number) {
      const snapshot = kept.get(number) ?? null;
      if (snapshot !== null) touch(snapshot);
      return snapshot;
    },
    takenAt: (snapshot) => moments.get(snapshot) ?? 0,
    add(snapshot, takenAt) {
      newest = snapshot;
      moments.set(snapshot, takenAt);
      touch(snapshot);
      const [longestUnasked] = kept.keys();
      if (kept.size > KEPT && longestUnasked !== undefined) kept.delete(longestUnasked);
    },
  };
}
