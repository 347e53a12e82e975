/** White space of every kind, a byte order mark excepted, which is none. */
const BLANK = /^(?!\uFEFF)\s$/u;

/**
 * Invisible characters: controls, direction marks, fillers, tags, halves of characters. They could hide in a
 * text, or change how the text around them looks.
 */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u;

/** Joiners and non-joiners, which connect or part letters of some scripts, and make one emoji of several. */
const JOINERS: ReadonlySet<string> = new Set(['\u200C', '\u200D']);

/** Variation selectors, which choose the look of the character before, such as a heart or a digit. */
const VARIANT = /^[\uFE00-\uFE0F]$/u;

/**
 * A text as one line, closed in itself: no breaks, nothing invisible, nothing that affects the text after it.
 * A longer one is cut, with an ellipsis, and read no further than that.
 *
 * @param text whole, or character by character
 * @param length the most characters of the line
 */
export function oneLine(text: Iterable<string>, length = Number.POSITIVE_INFINITY): string {
  const line: string[] = [];
  let isParted = false;
  for (const character of seen(text)) {
    if (character === ' ') {
      isParted = line.length > 0;
      continue;
    }
    if (isParted) line.push(' ');
    isParted = false;
    line.push(character);
    if (line.length > length) return cut(line, length);
  }
  return line.join('');
}

/** Visible characters of a text and those that change their neighbours' look; each white space as a blank. */
function* seen(text: Iterable<string>): Generator<string> {
  let before = '';
  let joiner = '';
  for (const character of text) {
    if (JOINERS.has(character)) {
      // It means something between two letters that can be joined, which Latin ones cannot.
      joiner = isJoined(before) ? character : '';
      continue;
    }
    const shown = BLANK.test(character) ? ' ' : character;
    if (!isSeen(shown, before)) continue;
    if (joiner !== '' && isJoined(shown)) yield joiner;
    joiner = '';
    before = shown;
    yield shown;
  }
}

function isSeen(character: string, before: string): boolean {
  return VARIANT.test(character) ? isJoined(before) : !UNSEEN.test(character);
}

function isJoined(character: string): boolean {
  return character > '\u007F';
}

function cut(line: readonly string[], length: number): string {
  const head = line.slice(0, length - 1);
  return `${(head.at(-1) === ' ' ? head.slice(0, -1) : head).join('')}…`;
}
