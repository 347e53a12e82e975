/**
 * Everything but what a spreadsheet may skip or lose before it looks for a formula: white space, controls, and what
 * has no look of its own (of no width, directions, fillers); quotes, which some importers take away.
 */
const NOT_SKIPPED = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800"'`´‘-‟«»‹›「」＂＇]/u;

/** The signs that begin a formula, and all that are only other forms of them: wide, small, raised, lowered. */
const SIGNS: ReadonlySet<string> = new Set('=+-@＝﹦⁼₌＋﹢⁺₊－﹣⁻₋−＠﹫');

/** Some take a text for a formula, or for the next cell's or row's, because it begins with one of these. */
const BREAKS: ReadonlySet<string> = new Set('\t\r\n');

/**
 * Everything that no file may hold: controls, at which some readers end the text, halves of characters, and the two that
 * are none. Tabs and line breaks are texts' own.
 */
const UNWRITABLE = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as every file can hold it: with the replacement character for what none may hold. Otherwise as it is. */
export function asWritableText(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD');
}

/**
 * A text as a cell that every spreadsheet takes for a text: writable, with an apostrophe before what could be a formula.
 * Otherwise as it is.
 */
export function asPlainCell(text: string): string {
  const shown = asWritableText(text);
  return isLikeFormula(text) ? `'${shown}` : shown;
}

/** Looks at each character once at most, since anybody may send a text of a million blanks. */
function isLikeFormula(text: string): boolean {
  return BREAKS.has(text.charAt(0)) || SIGNS.has(text.charAt(text.search(NOT_SKIPPED)));
}
