import { useEffect } from 'react';
import { useSettings } from '../settings/settings.ts';
import { isMac } from './command.ts';
import { currentCommands } from './registry.ts';

/** How long the second key of a pair may take, in milliseconds. */
const PATIENCE = 1_500;

/**
 * Gives the commands that are asked for by keys. Typing into a field, every combination that a browser may own, and
 * single keys where the reader has switched them off are left alone.
 */
export function useKeys(): void {
  const { keys: singleKeys } = useSettings();
  useEffect(() => {
    let first: Pressed | null = null;
    const listen = (event: KeyboardEvent) => {
      const key = nameOf(event);
      if (key === null || event.defaultPrevented || !isMeant(event, key, singleKeys)) return;
      const command = findCommand(pairOf(first, key, event)) ?? findCommand(key);
      first = command === undefined && beginsPair(key) ? { key, at: event.timeStamp } : null;
      if (command !== undefined || first !== null) event.preventDefault();
      command?.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [singleKeys]);
}

/** The first key of what may become a pair. */
interface Pressed {
  readonly key: string;
  /** Milliseconds, as events count them. */
  readonly at: number;
}

/** The pair that this key ends; null when none was begun, or too long ago. */
function pairOf(first: Pressed | null, key: string, { timeStamp }: KeyboardEvent): string | null {
  return first !== null && timeStamp - first.at < PATIENCE ? `${first.key} ${key}` : null;
}

/** Combinations are meant anywhere; single keys where the reader wants them, and is not typing. */
function isMeant(event: KeyboardEvent, key: string, singleKeys: boolean): boolean {
  return key.startsWith('mod+') || (singleKeys && !isTyping(event));
}

function findCommand(keys: string | null) {
  return keys === null ? undefined : currentCommands().findLast((command) => command.keys === keys);
}

function beginsPair(key: string): boolean {
  return currentCommands().some(({ keys }) => keys?.startsWith(`${key} `));
}

/** What a command would call the pressed keys; null for what no command may take. */
function nameOf({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): string | null {
  const [mod, other] = isMac() ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (altKey || other) return null;
  if (mod) return repeat ? null : `mod+${key.toLowerCase()}`;
  return key;
}

/** Whether a key goes into a field, where it means what it writes. */
export function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role="menu"] *, [role="combobox"]');
}
