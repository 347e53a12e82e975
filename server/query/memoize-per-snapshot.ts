import type { Snapshot } from '../snapshot/snapshot.ts';

/** Answers what was made for that snapshot and key before, or makes it. */
type Memoize<Value> = (snapshot: Snapshot, key: string, make: () => Value) => Value;

/**
 * Keeps what was worked out from a snapshot: the `capacity` results used last, forgotten together
 * with the snapshot. A snapshot never changes, so what is remembered never goes stale.
 */
export function memoizePerSnapshot<Value>(capacity: number): Memoize<Value> {
  const memories = new WeakMap<Snapshot, Map<string, Value>>();
  return (snapshot, key, make) => {
    const memory = memories.get(snapshot) ?? new Map<string, Value>();
    memories.set(snapshot, memory);
    const value = memory.has(key) ? (memory.get(key) as Value) : make();
    // A Map lists its keys by age: putting one back makes it the youngest.
    memory.delete(key);
    memory.set(key, value);
    for (const oldest of memory.keys()) {
      if (memory.size <= capacity) break;
      memory.delete(oldest);
    }
    return value;
  };
}
