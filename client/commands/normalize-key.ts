import { isComposing } from '../ui/composing.ts';
import { isMac } from './command.ts';

/**
 * Name of the pressed key as commands write it: `j`, `?`, `mod+k`. Null for a key that no command may take: a
 * combination that may be the browser's, or input to an input method.
 */
export function normalizeKey(press: KeyboardEvent): string | null {
  const { key, ctrlKey, metaKey, repeat, shiftKey } = press;
  if (isComposing(press) || key === 'Dead' || key === 'Process' || key === 'Unidentified') return null;
  if (isLevelShift(press)) return key;
  const [mod, other] = isMac() ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (press.altKey || other) return null;
  // With Shift the browsers have their own: a console, another profile.
  if (mod) return repeat || shiftKey ? null : `mod+${letter(press).toLowerCase()}`;
  return letter(press);
}

/** Many keyboards have `[` behind AltGr, which Windows reports as Ctrl and Alt; a Mac's has it behind Option. */
function isLevelShift(press: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey } = press;
  if (key.length !== 1) return false;
  return press.getModifierState('AltGraph') || (isMac() && altKey && !ctrlKey && !metaKey);
}

/**
 * The letter of a key. Where the keyboard writes Greek, Cyrillic or Hebrew it is the Latin one at that place, and
 * Caps Lock makes no difference.
 */
function letter(press: KeyboardEvent): string {
  const { key, code, shiftKey } = press;
  const [, latin] = /^Key([A-Z])$/.exec(code) ?? [];
  const foreign = latin !== undefined && key.length === 1 && key > '\u007f';
  const named = foreign ? (shiftKey ? latin : latin.toLowerCase()) : key;
  const capital = named.length === 1 && named !== named.toLowerCase();
  return capital && press.getModifierState('CapsLock') && !shiftKey ? named.toLowerCase() : named;
}
