import { useSyncExternalStore } from 'react';

/** The first key of a pair, while the second is awaited; null otherwise. */
let pending: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Time to press the second key, in milliseconds: long enough to read the choices. */
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

/** Ends the pair that was begun and returns its first key; null when none was. */
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
