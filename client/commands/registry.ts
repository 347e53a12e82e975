import { useEffect, useSyncExternalStore } from 'react';
import type { Command } from './command.ts';

/** The commands of all parts that are on screen, by the part that has registered them. */
const registered = new Set<readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function update(): void {
  const byId = new Map([...registered].flat().map((command) => [command.id, command]));
  all = [...byId.values()];
  for (const listener of listeners) listener();
}

/** Offers these commands for as long as the calling component is on screen. Give it the same list until it changes. */
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

/** Every command that can be given now, live. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => all,
  );
}

/** The same for an event that has just happened. */
export function currentCommands(): readonly Command[] {
  return all;
}
