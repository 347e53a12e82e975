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
