import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

/**
 * One value that this browser keeps, live in all of its tabs. What is behind it may change: today it is
 * `localStorage`, and a store that is shared between people can take its place.
 */
export interface Shelf<Value> {
  /** The value as it is now: the same object until it changes. */
  readonly read: () => Value;
  /** Sets the value. It holds for this page in any case; false when the browser refuses to keep it. */
  readonly write: (value: Value) => boolean;
  /** Calls back after every change, from here or from another tab, until the answer is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** All names begin with it, so that what is kept can be listed and wiped. */
const PREFIX = 'loopdesk.';

/**
 * A shelf of that name.
 *
 * @param schema what is kept is checked by it: an older version or another hand may have written it
 * @param fallback the value while nothing is kept, or nothing that the schema takes
 */
export function createShelf<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  fallback: z.output<Schema>,
): Shelf<z.output<Schema>> {
  const key = `${PREFIX}${name}`;
  const listeners = new Set<() => void>();
  let text = readText(key);
  let value = parse(text, schema, fallback);

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const onStorage = (event: StorageEvent) => {
    // A null key means that everything was wiped.
    if (event.key !== null && event.key !== key) return;
    text = readText(key);
    value = parse(text, schema, fallback);
    tell();
  };

  return {
    read: () => value,
    write(next) {
      value = next;
      text = JSON.stringify(next);
      const kept = writeText(key, text);
      tell();
      return kept;
    },
    subscribe(onChange) {
      if (listeners.size === 0) addEventListener('storage', onStorage);
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
        if (listeners.size === 0) removeEventListener('storage', onStorage);
      };
    },
  };
}

/** A shelf's value, live, for a component. */
export function useShelf<Value>(shelf: Shelf<Value>): Value {
  return useSyncExternalStore(shelf.subscribe, shelf.read);
}

function parse<Schema extends z.ZodMiniType>(
  text: string | null,
  schema: Schema,
  fallback: z.output<Schema>,
): z.output<Schema> {
  if (text === null) return fallback;
  try {
    const parsed = z.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.data : fallback;
  } catch {
    // Not JSON: another hand has written it.
    return fallback;
  }
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is switched off: nothing was kept.
    return null;
  }
}

function writeText(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    // Storage is switched off or full; the caller tells.
    return false;
  }
}
