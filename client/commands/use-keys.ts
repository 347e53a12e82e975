import { useEffect } from 'react';
import { useSettings } from '../settings/settings.ts';
import { isFocusAwaited } from '../ui/awaited-focus.ts';
import type { Command } from './command.ts';
import { isEditableTarget } from './is-editable-target.ts';
import { normalizeKey } from './normalize-key.ts';
import { endChord, startChord } from './pending-chord.ts';
import { currentCommands, noteRun } from './registry.ts';

/**
 * Runs commands by their keys. It ignores typing into a field, combinations that a browser may own, commands
 * behind a dialog that is open or about to open (but for the ticket's own, where the dialog is a ticket), and single
 * keys where the reader has switched them off.
 */
export function useKeys(): void {
  const { keys: singleKeys } = useSettings();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = normalizeKey(event);
      if (key === null || MODIFIERS.has(key) || event.defaultPrevented) return;
      const first = endChord();
      if (!isForCommands(event, key, singleKeys)) return;
      if (runCommand(commandsInReach(event), first, key)) event.preventDefault();
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
  return !isFocusAwaited() && (key.startsWith('mod+') || (singleKeys && !isEditableTarget(target, key)));
}

/** The commands that a dialog does not keep from the reader. */
function commandsInReach({ target }: KeyboardEvent): readonly Command[] {
  if (!isBehindDialog()) return currentCommands();
  const isInTicket = target instanceof Element && target.closest(`[${OPEN_TICKET}]`) !== null;
  return isInTicket ? currentCommands().filter(({ isOfOpenTicket }) => isOfOpenTicket) : [];
}

/**
 * Runs the command of a key, or of the pair that it ends. A second key that ends no pair does nothing:
 * whoever mistyped it did not mean that key alone.
 *
 * @returns whether the key did anything
 */
function runCommand(commands: readonly Command[], first: string | null, key: string): boolean {
  const pressed = first === null ? key : `${first} ${key}`;
  const command = commands.findLast(({ keys }) => keys === pressed);
  const begins =
    first === null && command === undefined && commands.some(({ keys }) => keys?.startsWith(`${key} `));
  if (begins) startChord(key);
  command?.run();
  if (command !== undefined) noteRun(command.id);
  return begins || command !== undefined;
}

/** The attribute of the dialog that is an open ticket. */
export const OPEN_TICKET = 'data-open-ticket';

/** Keys that are pressed on the way to another key. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/**
 * A dialog that must be answered first takes the page behind it out of everybody's reach. Base UI lays an element over
 * the page then, which is told from the other things that it marks by its role.
 */
export function isBehindDialog(): boolean {
  return document.querySelector('[role="presentation"][data-base-ui-inert]:not([inert])') !== null;
}
