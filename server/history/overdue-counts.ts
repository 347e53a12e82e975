import { addStretch, makeSteps, sumUp } from './stays.ts';

/** Counts of the overdue tickets at the ends of buckets. */
export interface OverdueCounts {
  /** One more of a group in the buckets from `from` up to `to`. */
  add(group: number, from: number, to: number): void;
  /** The count per bucket, of each group. */
  byGroup(): ReadonlyMap<number, Int32Array>;
}

export function createOverdueCounts(buckets: number): OverdueCounts {
  const steps = new Map<number, Int32Array>();
  return {
    add(group, from, to) {
      const known = steps.get(group);
      const own = known ?? makeSteps(buckets);
      if (known === undefined) steps.set(group, own);
      addStretch(own, from, to);
    },
    byGroup: () => new Map(Array.from(steps, ([group, own]) => [group, sumUp(own.slice())])),
  };
}
