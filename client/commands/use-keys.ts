import { useEffect } from 'react';
import { useSettings } from '../settings/settings.ts';
import { isFocusAwaited } from '../ui/awaited-focus.ts';
import { isEditableTarget } from './is-editable-target.ts';
import { normalizeKey } from './normalize-key.ts';
import { endChord, startChord } from './pending-chord.ts';
import { currentCommands } from './registry.ts';

/**
 * Gives the commands that are asked for by keys. Typing into a field, every combination that a browser may own, what
 * lies behind an open dialog or one that is on its way, and single keys where the reader has switched them off are left
 * alone.
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

/** Combinations are meant anywhere; single keys where the reader wants them, and no control takes them. */
function isForCommands({ target }: KeyboardEvent, key: string, singleKeys: boolean): boolean {
  return (
    !isFocusAwaited() &&
    !isBehindDialog() &&
    (key.startsWith('mod+') || (singleKeys && !isEditableTarget(target, key)))
  );
}

/**
 * Gives the command of a key, or of the pair that it ends. A second key that ends no pair does nothing: whoever has
 * mistyped did not mean that key alone.
 *
 * @returns whether the key did anything
 */
function runCommand(first: string | null, key: string): boolean {
  const command = findCommand(first === null ? key : `${first} ${key}`);
  const begins = first === null && command === undefined && startsChord(key);
  if (begins) startChord(key);
  command?.run();
  return begins || command !== undefined;
}

/** They are pressed on the way to another key. */
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
