/** White space of every kind, a byte order mark excepted, which is none. */
const BLANK = /^(?!\uFEFF)\s$/u;

/**
 * What has no look of its own: controls, what turns the direction of a line around, fillers, tags, halves of
 * characters. It could hide in a text, or change what stands around it.
 */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u;

/** What joins or parts letters of some scripts, and makes one emoji of several. */
const JOINERS: ReadonlySet<string> = new Set(['\u200C', '\u200D']);

/** What chooses between the looks of the character before it, as of a heart or a digit. */
const VARIANT = /^[\uFE00-\uFE0F]$/u;

/**
 * A text as one line that ends with itself: no breaks, nothing unseen, and nothing in it that reaches beyond it. A
 * longer one is cut, with an ellipsis. It is read no further than that.
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

/** The characters of a text that are seen, or change how the ones beside them look; each blank as a plain one. */
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
  const kept = line.slice(0, length - 1);
  return `${(kept.at(-1) === ' ' ? kept.slice(0, -1) : kept).join('')}…`;
}
