import type { Snapshot } from '../snapshot/snapshot.ts';

/** Answers what was made for that snapshot and key before, or makes it. */
type Memoize<Value> = (snapshot: Snapshot, key: string, make: () => Value) => Value;

/**
 * Keeps what was worked out from a snapshot: the `capacity` results used last, forgotten together
 * with the snapshot. A snapshot never changes, so what is remembered never goes stale.
 */
export function memoizePerSnapshot<Value>(capacity: number): Memoize<Value> {
  // The one used last stands last. A Map would be made anew inside from time to time as keys come and go, and each
  // of its old insides holds the next: what was in them would outlive the quick collections of garbage.
  const memories = new WeakMap<Snapshot, { readonly key: string; readonly value: Value }[]>();
  return (snapshot, key, make) => {
    const memory = memories.get(snapshot) ?? [];
    memories.set(snapshot, memory);
    const place = memory.findIndex((entry) => entry.key === key);
    const [known] = place < 0 ? [] : memory.splice(place, 1);
    const entry = known ?? { key, value: make() };
    if (memory.length === capacity) memory.shift();
    memory.push(entry);
    return entry.value;
  };
}
