import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';

/** A part that has been asked for, and takes the focus as soon as it is there. */
interface Awaited {
  /** Gives it up, as Escape does. */
  readonly giveUp: () => void;
}

const awaited = new Set<Awaited>();

/** The text typed for it meanwhile, with a line break for each Enter. */
let typed = '';

const ENTER = '\n';

/** More than anybody types while something loads, in characters; a key that is stuck must not fill the memory. */
const MOST_TYPED = 200;

/** Keys that lead away or stand for no letter; what the browser does with them is none of ours. */
const PASSED = /^(?:Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|F\d+)$/;

/**
 * Keeps every key from meaning what it meant before, until the focus is where it was asked for: letters would else be
 * commands of the screen behind it, and Enter would press what had the focus. A press of the pointer ends it as well.
 *
 * @param giveUp what Escape does meanwhile
 * @returns ends it: the focus has come, or will not
 */
export function awaitFocus(giveUp: () => void): () => void {
  const one: Awaited = { giveUp };
  awaited.add(one);
  addEventListener('keydown', onKeyDown, { capture: true });
  addEventListener('pointerdown', forgetAll, { capture: true });
  return () => {
    awaited.delete(one);
    // What has been loaded takes over from its place in the same moment, with what was typed for it.
    queueMicrotask(() => awaited.size === 0 && forgetAll());
  };
}

/** Whether something is on its way that will take the focus. */
export function isFocusAwaited(): boolean {
  return awaited.size > 0;
}

/**
 * Awaits the focus of a part that has just been drawn: what opens gets it a moment later. Letters that were typed since
 * it was asked for are entered where the focus comes to, if that takes letters.
 *
 * @param onEnter Enter's effect after those letters: by default it presses the button of the form that the field is in. Keys after it
 *   are dropped, and where it has none, Enter alone is
 */
export function useAwaitedFocus(
  part: RefObject<HTMLElement | null>,
  giveUp: () => void,
  onEnter?: () => void,
): void {
  const onGiveUp = useEffectEvent(giveUp);
  const onTyped = useEffectEvent((target: Element) => {
    const lines = typed.split(ENTER);
    typed = '';
    const onEntered = onEnter ?? submitOf(target);
    enter(target, onEntered ? (lines[0] ?? '') : lines.join(''));
    if (lines.length > 1) onEntered?.();
  });
  useLayoutEffect(() => {
    if (part.current?.contains(document.activeElement)) return;
    const end = awaitFocus(() => onGiveUp());
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !part.current?.contains(target)) return;
      onTyped(target);
      end();
    };
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('focusin', onFocus);
      end();
    };
  }, [part]);
}

function forgetAll(): void {
  awaited.clear();
  typed = '';
  removeEventListener('keydown', onKeyDown, { capture: true });
  removeEventListener('pointerdown', forgetAll, { capture: true });
}

function onKeyDown(event: KeyboardEvent): void {
  const { key } = event;
  if (!isFocusAwaited() || PASSED.test(key)) return;
  const isBrowsers = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  // Asked for again: the browser has another use for these keys, which nobody means now.
  if (isBrowsers && key.toLowerCase() !== 'k') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isBrowsers) return;
  if (key === 'Escape') [...awaited].at(-1)?.giveUp();
  else if (key === 'Backspace') typed = [...typed].slice(0, -1).join('');
  // One character, and not the name of a key; Enter that is still held is the one that has asked for the part.
  else if (key === 'Enter' ? !event.repeat : [...key].length === 1) {
    typed = `${typed}${key === 'Enter' ? ENTER : key}`.slice(0, MOST_TYPED);
  }
}

/** Puts a text where the caret is, as if it was typed there. */
function enter(target: Element, text: string): void {
  if (text === '' || !takesText(target) || target.readOnly) return;
  target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** Enter's effect in a field of a form: the form's button is pressed, unless it is off. */
function submitOf(target: Element): (() => void) | undefined {
  if (!(target instanceof HTMLInputElement) || !takesText(target) || target.form === null) return undefined;
  const { form } = target;
  // By then what was entered has reached whoever keeps it.
  return () => setTimeout(() => form.querySelector<HTMLButtonElement>('[type="submit"]')?.click());
}

function takesText(target: Element): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement
    ? target.type === 'text' || target.type === 'search'
    : target instanceof HTMLTextAreaElement;
}
