/** Elements that take letters, to write or to choose an entry by its first ones. */
const TAKES_LETTERS =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], ' +
  '[role="combobox"], [role="listbox"], [role="menu"], [role="spinbutton"]';

/** Inputs that take no text. */
const PRESSED_INPUTS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image'];

/** Elements that Enter and the space bar press. */
const PRESSED = 'a[href], button, summary, input, [role="button"], [role="checkbox"], [role="switch"]';

/** Elements that the arrows, Home and End move. */
const MOVED =
  'input, [role="slider"], [role="separator"], [role="tab"], [role="radio"], [role="grid"], [role="tree"], ' +
  '[role="toolbar"]';

const MOVING = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/** Whether a key belongs to the control that has the focus: it types, presses or moves something there. */
export function isEditableTarget(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement && !PRESSED_INPUTS.includes(target.type)) return true;
  // A dialog with choices of its own says so.
  if (target.closest('[data-keys="own"]') !== null) return true;
  if (target.closest(TAKES_LETTERS) !== null) return true;
  if (key === 'Enter' || key === ' ') return target.closest(PRESSED) !== null;
  return MOVING.includes(key) && target.closest(MOVED) !== null;
}
