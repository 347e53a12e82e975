import { type Command, keyCaps } from '../../commands/command.ts';

/** A shortcut in the place of a click. */
export interface Hint {
  /** The command that it is told of once. */
  readonly command: string;
  /** Keys to press one after another, as they stand on the keyboard. */
  readonly caps: readonly string[];
  /** Their effect, as the sentence goes on after them. */
  readonly text: string;
}

/** Elements of a row that have a click of their own. */
const WITHIN_ROW = 'button, input, label, [data-column="select"]';

/** The shortcut for what has been clicked; null where there is none. */
export function findHint(target: Element, commands: readonly Command[]): Hint | null {
  if (target.closest('[data-listed]') !== null) return hintOfRow(target, commands);
  const id = target.closest<HTMLElement>('[data-command]')?.dataset.command;
  const command = commands.find((one) => one.id === id);
  if (command === undefined || command.keys === null) return null;
  return { command: command.id, caps: keyCaps(command.keys), text: command.label };
}

function hintOfRow(target: Element, commands: readonly Command[]): Hint | null {
  const has = (id: string) => commands.some((command) => command.id === id);
  if (target.closest('input[type="checkbox"]') !== null) {
    return has('select') ? { command: 'select', caps: ['x'], text: 'Select / deselect' } : null;
  }
  if (target.closest(WITHIN_ROW) !== null || !has('next')) return null;
  return { command: 'next', caps: ['Enter'], text: 'opens, j and k go on' };
}
