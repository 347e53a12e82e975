import { useEffect, useSyncExternalStore } from 'react';
import type { Command } from './command.ts';

/** The commands of all mounted components, by the component that has registered them. */
const registered = new Set<readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function update(): void {
  const byId = new Map([...registered].flat().map((command) => [command.id, command]));
  all = [...byId.values()];
  for (const listener of listeners) listener();
}

/** Registers commands while the calling component is mounted. Pass the same list until it changes. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    registered.add(commands);
    update();
    return () => {
      registered.delete(commands);
      update();
    };
  }, [commands]);
}

/** Every command available now, live. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => all,
  );
}

/** Every command available now, for an event that has just happened. */
export function currentCommands(): readonly Command[] {
  return all;
}

const runListeners = new Set<(id: string) => void>();

/** Tells that a command has been run by its keys. */
export function noteRun(id: string): void {
  for (const listener of runListeners) listener(id);
}

/** Calls back with the id of each command that is run by its keys, until the answer is called. */
export function subscribeToRuns(listener: (id: string) => void): () => void {
  runListeners.add(listener);
  return () => runListeners.delete(listener);
}
