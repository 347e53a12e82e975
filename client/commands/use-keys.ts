import { useEffect } from 'react';
import { useSettings } from '../settings/settings.ts';
import { isFocusAwaited } from '../ui/awaited-focus.ts';
import { isEditableTarget } from './is-editable-target.ts';
import { normalizeKey } from './normalize-key.ts';
import { endChord, startChord } from './pending-chord.ts';
import { currentCommands, noteRun } from './registry.ts';

/**
 * Runs commands by their keys. It ignores typing into a field, combinations that a browser may own, commands
 * behind a dialog that is open or about to open, and single keys where the reader has switched them
 * off.
 */
export function useKeys(): void {
  const { keys: singleKeys } = useSettings();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = normalizeKey(event);
      if (key === null || MODIFIERS.has(key) || event.defaultPrevented) return;
      const first = endChord();
      if (!isForCommands(event, key, singleKeys)) return;
      if (runCommand(first, key)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
      endChord();
    };
  }, [singleKeys]);
}

/** Combinations work anywhere; single keys where the reader wants them, and no control takes them. */
function isForCommands({ target }: KeyboardEvent, key: string, singleKeys: boolean): boolean {
  return (
    !isFocusAwaited() &&
    !isBehindDialog() &&
    (key.startsWith('mod+') || (singleKeys && !isEditableTarget(target, key)))
  );
}

/**
 * Runs the command of a key, or of the pair that it ends. A second key that ends no pair does nothing:
 * whoever mistyped it did not mean that key alone.
 *
 * @returns whether the key did anything
 */
function runCommand(first: string | null, key: string): boolean {
  const command = findCommand(first === null ? key : `${first} ${key}`);
  const begins = first === null && command === undefined && startsChord(key);
  if (begins) startChord(key);
  command?.run();
  if (command !== undefined) noteRun(command.id);
  return begins || command !== undefined;
}

/** Keys that are pressed on the way to another key. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

function findCommand(keys: string) {
  return currentCommands().findLast((command) => command.keys === keys);
}

function startsChord(key: string): boolean {
  return currentCommands().some(({ keys }) => keys?.startsWith(`${key} `));
}

/**
 * A dialog that must be answered first takes the page behind it out of everybody's reach. Base UI lays an element over
 * the page then, which is told from the other things that it marks by its role.
 */
export function isBehindDialog(): boolean {
  return document.querySelector('[role="presentation"][data-base-ui-inert]:not([inert])') !== null;
}
