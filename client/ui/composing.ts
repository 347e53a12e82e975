/** The key code of every key that goes into an input method. */
const INPUT_METHOD = 229;

/** The time after a composition within which a key can be the one that has ended it, in milliseconds. */
const JUST_NOW = 500;

/** The keys that end a composition, and mean something else once it has ended. */
const ENDING: ReadonlySet<string> = new Set(['Enter', 'Escape', 'Tab', ' ']);

/** End of the last composition, on the clock of events; null once another key has been pressed or let go. */
let endedAt: number | null = null;
/** The key press that has ended it, although it is told after its end. */
let ending: Event | null = null;

/**
 * Whether a pressed key goes into an input method, as for Chinese, Japanese and Korean, and so means nothing to
 * anybody else: Enter takes a word there and sends nothing, Escape gives one up, arrows choose among others. Safari
 * tells of the key after it has ended the composition: then only its key code, or its moment, says so.
 */
export function isComposing(press: KeyboardEvent): boolean {
  return press.isComposing || press.keyCode === INPUT_METHOD || press === ending;
}

/** Begins to watch compositions, which {@link isComposing} needs for browsers that tell of their end first. */
export function watchComposition(): void {
  globalThis.addEventListener?.('compositionend', onEnd, { capture: true });
  globalThis.addEventListener?.('keydown', onKeyDown, { capture: true });
  globalThis.addEventListener?.('keyup', forget, { capture: true });
}

function onEnd({ timeStamp }: Event): void {
  endedAt = timeStamp;
}

function onKeyDown(event: KeyboardEvent): void {
  const isEnding = endedAt !== null && event.timeStamp - endedAt < JUST_NOW && ENDING.has(event.key);
  ending = isEnding ? event : null;
  // Only the first one: whoever presses Enter again means Enter.
  forget();
  // Dialogs and lists of a library have handlers of their own, which know less.
  if (ENDING.has(event.key) && isComposing(event)) event.stopImmediatePropagation();
}

/** A key that is let go after the composition was pressed before its end: it was told already. */
function forget(): void {
  endedAt = null;
}

watchComposition();
