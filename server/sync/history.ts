import type { Snapshot } from '../snapshot/snapshot.ts';

/** How many snapshots of a workspace are kept for the pages that are pinned to them. */
const KEPT = 8;

/** The last snapshots of a workspace. */
export interface History {
  /** The number that the next snapshot must have. */
  nextNumber(): number;
  newest(): Snapshot | null;
  /** The snapshot of that number, null when it is gone. Asking for it keeps it longer. */
  at(number: number): Snapshot | null;
  /**
   * Makes it the newest. Beyond {@link KEPT}, the one that nobody has asked for the longest leaves: a page
   * asks for its own every few seconds, so what somebody looks at stays for as long as they do.
   */
  add(snapshot: Snapshot): void;
}

/**
 * @param startedAt when this process started, in epoch milliseconds: the first number. Counting on from there,
 *   one a snapshot, never reaches the numbers of a process that starts later, so a page that is pinned to a
 *   snapshot from before a restart finds it gone and not another in its place.
 */
export function createHistory(startedAt: number): History {
  /** By number, the one that was asked for last at the end. */
  const kept = new Map<number, Snapshot>();
  let newest: Snapshot | null = null;
  let next = startedAt;

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
    add(snapshot) {
      newest = snapshot;
      touch(snapshot);
      const [longestUnasked] = kept.keys();
      if (kept.size > KEPT && longestUnasked !== undefined) kept.delete(longestUnasked);
    },
  };
}
