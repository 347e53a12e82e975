import { useSyncExternalStore } from 'react';

/** The first key of a pair, while the second is awaited; null otherwise. */
let pending: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** How long the second key may take, in milliseconds: long enough to read what it can be. */
const PATIENCE = 3_000;

function set(key: string | null): void {
  if (key === pending) return;
  pending = key;
  for (const listener of listeners) listener();
}

/** Waits for the second key of a pair. */
export function startChord(key: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => set(null), PATIENCE);
  set(key);
}

/** The key that a pair was begun with, which is over now; null when none was. */
export function endChord(): string | null {
  const key = pending;
  clearTimeout(timer);
  set(null);
  return key;
}

/** The first key of a pair whose second one is awaited, live; null otherwise. */
export function usePendingChord(): string | null {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => pending,
  );
}
