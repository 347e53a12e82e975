import type { Snapshot } from '../snapshot/snapshot.ts';

/** How many snapshots of a workspace are kept for the pages that are pinned to them. */
const KEPT = 5;

/** The last snapshots of a workspace. */
export interface History {
  /** The number that the next snapshot must have. */
  nextNumber(): number;
  newest(): Snapshot | null;
  at(number: number): Snapshot | null;
  /** Makes it the newest; beyond {@link KEPT}, the oldest that is not whole leaves first, else the oldest. */
  add(snapshot: Snapshot): void;
}

/**
 * @param startedAt when this process started, in epoch milliseconds: the first number. Counting on from there,
 *   one a snapshot, never reaches the numbers of a process that starts later, so a page that is pinned to a
 *   snapshot from before a restart finds it gone and not another in its place.
 */
export function createHistory(startedAt: number): History {
  let kept: readonly Snapshot[] = [];
  let next = startedAt;
  return {
    nextNumber: () => next++,
    newest: () => kept.at(-1) ?? null,
    at: (number) => kept.find((snapshot) => snapshot.number === number) ?? null,
    add(snapshot) {
      kept = [...kept, snapshot];
      if (kept.length > KEPT) kept = kept.filter((one) => one !== leastWanted(kept));
    },
  };
}

function leastWanted(kept: readonly Snapshot[]): Snapshot | undefined {
  return kept.slice(0, -1).find((snapshot) => !snapshot.whole) ?? kept[0];
}
