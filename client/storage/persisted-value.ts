import { useSyncExternalStore } from 'react';
import { type Check, orElse } from './checks.ts';
import { onOwnerChange, ownName } from './owner.ts';
import { withWriteLock } from './write-lock.ts';

/**
 * One value that this browser keeps, live in all of its tabs. What is behind it may change: today it is
 * `localStorage`, and a store that is shared between people can take its place.
 */
export interface PersistedValue<Value> {
  /** The value as it is now: the same object until it changes. */
  readonly read: () => Value;
  /**
   * Changes the value. The change holds for this page at once and in any case; it is made again on what is kept when
   * it is written, so that it never takes back what another tab has written meanwhile. Make it small: the one field
   * that is meant, whatever else the value has by then.
   *
   * @returns whether it is kept; false when the browser refuses
   */
  readonly update: (change: (value: Value) => Value) => Promise<boolean>;
  /** Calls back after every change, from here or from another tab, until the answer is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** All names begin with it, so that what is kept can be listed and wiped. */
const PREFIX = 'loopdesk.';

/** Most unwritten changes that are applied again to another tab's value: more than a reader makes. */
const MOST_UNWRITTEN = 200;

/**
 * Creates the persisted value of that name, for as long as the page is there. Each person has their own.
 *
 * @param check reads the stored value: an older version or another hand may have written it
 * @param fallback the value while nothing is stored, or nothing that the check takes
 */
export function createPersistedValue<Value>(
  name: string,
  check: Check<Value>,
  fallback: Value,
): PersistedValue<Value> {
  let key = `${PREFIX}${ownName(name)}`;
  const listeners = new Set<() => void>();
  let text = readText(key);
  /** The stored value, and after it the changes that are not written yet, or could not be. */
  let stored = parse(text, check, fallback);
  let unwritten: ((value: Value) => Value)[] = [];
  let value = stored;

  const become = (next: Value) => {
    value = next;
    for (const listener of listeners) listener();
  };
  /** Reads the stored value anew, whoever has written it. */
  const refresh = () => {
    const now = readText(key);
    if (now === text) return;
    text = now;
    stored = parse(now, check, fallback);
    become(unwritten.reduce((before, change) => change(before), stored));
  };
  const write = (): boolean => {
    refresh();
    if (unwritten.length === 0) return true;
    const next = JSON.stringify(value);
    if (!writeText(key, next)) return false;
    text = next;
    stored = value;
    unwritten = [];
    return true;
  };
  const onStorage = (event: StorageEvent) => {
    // A null key means that everything was wiped.
    if (event.key === null || event.key === key) refresh();
  };
  // A page that was put aside and comes back has not been told anything meanwhile.
  const listen = () => {
    globalThis.addEventListener?.('storage', onStorage);
    globalThis.addEventListener?.('pageshow', refresh);
  };
  listen();
  onOwnerChange(() => {
    key = `${PREFIX}${ownName(name)}`;
    text = readText(key);
    stored = parse(text, check, fallback);
    unwritten = [];
    become(stored);
  });

  return {
    read: () => value,
    update(change) {
      unwritten.push(change);
      if (unwritten.length > MOST_UNWRITTEN) {
        stored = value;
        unwritten = [change];
      }
      become(change(value));
      return withWriteLock(key, write);
    },
    subscribe(onChange) {
      if (listeners.size === 0) {
        listen();
        refresh();
      }
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** A persisted value, live, for a component. */
export function usePersistedValue<Value>(persisted: PersistedValue<Value>): Value {
  return useSyncExternalStore(persisted.subscribe, persisted.read);
}

function parse<Value>(text: string | null, check: Check<Value>, fallback: Value): Value {
  if (text === null) return fallback;
  try {
    return orElse(check, fallback)(JSON.parse(text));
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
