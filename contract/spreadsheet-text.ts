/** What spreadsheets take for the beginning of a formula, in all of its widths; a minus has a sign of its own. */
const FORMULA: ReadonlySet<string> = new Set('=+-@＝＋－＠﹦﹢﹣﹫−');

/** What a spreadsheet may skip before it, because nobody sees it: blanks, controls, marks of direction, fillers. */
const SKIPPED = /^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** What some spreadsheets begin a formula with, or a new cell, all alone. */
const BREAKING: ReadonlySet<string> = new Set('\t\r\n');

/**
 * A text as a cell that no spreadsheet runs: with an apostrophe before one that may be a formula, whatever stands
 * unseen before that. Characters that no spreadsheet can hold (NUL) are left out. It is read once, and no further than
 * its first character that is seen.
 */
export function asPlainCell(text: string): string {
  const held = text.replaceAll('\0', '');
  return mayRun(held) ? `'${held}` : held;
}

/** Whether a spreadsheet may take a text for a formula. */
export function mayRun(text: Iterable<string>): boolean {
  let isFirst = true;
  for (const character of text) {
    if (FORMULA.has(character) || (isFirst && BREAKING.has(character))) return true;
    if (!SKIPPED.test(character)) return false;
    isFirst = false;
  }
  return false;
}
