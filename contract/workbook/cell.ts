import type { CsvCell } from '../csv.ts';
import { shorten } from '../shorten.ts';
import { asWritableText } from '../spreadsheet-text.ts';

/** The type of cells: a date is an instant, told in UTC, and a day one without its time. */
export type CellType = 'number' | 'date' | 'day' | 'flag' | 'text';

/** The styles of cells, as `parts.ts` lists them. */
export const STYLES = {
  plain: 0,
  head: 1,
  numberHead: 2,
  number: 3,
  date: 4,
  digits: 5,
  wrapped: 6,
  day: 7,
} as const;

/** The most characters that a spreadsheet's cell holds. */
export const LONGEST_TEXT = 32_767;

const CUT_MARK = '… [cut]';

/** Numbers of more digits lose the last ones in a spreadsheet. */
const MOST_DIGITS = 15;

const DAY_MS = 86_400_000;

/** The day of 1970-01-01, as spreadsheets count days. */
const EPOCH_DAY = 25_569;

/** Days from 1 March 1900 to the end of 9999: before them spreadsheets count a day that never was, after them none. */
const DAYS = { first: 61, last: 2_958_466 };

interface CellOptions {
  /** The style of a text or a number, instead of the usual one. */
  readonly style?: number;
  /** Called for each text that is too long for a cell, and is cut. */
  readonly onCut: () => void;
}

/**
 * A cell as XML, nothing for an empty one. A text stands within its cell, where no spreadsheet takes it for a formula;
 * a number that is too long to be kept is a text, and so is an instant that a spreadsheet cannot tell.
 *
 * @param at its address in the sheet, like `B7`
 */
export function xmlCell(at: string, cell: CsvCell, type: CellType, { style, onCut }: CellOptions): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    const digits = String(cell);
    return digits.length <= MOST_DIGITS
      ? xmlNumber(at, digits, style ?? STYLES.number)
      : xmlString(at, digits, STYLES.digits);
  }
  // LibreOffice shows the type that spreadsheets have for it as 1 and 0.
  if (type === 'flag') return xmlString(at, cell === 'true' ? 'Yes' : 'No', STYLES.plain);
  const day = type === 'date' || type === 'day' ? dayOf(cell) : null;
  if (day !== null) return xmlNumber(at, String(day), type === 'day' ? STYLES.day : STYLES.date);
  return xmlString(at, fitted(cell, onCut), style ?? STYLES.plain);
}

/** An instant as spreadsheets count them, in days with their fractions; null where they do not. */
function dayOf(instant: string): number | null {
  const day = Date.parse(instant) / DAY_MS + EPOCH_DAY;
  return day >= DAYS.first && day < DAYS.last ? day : null;
}

function xmlNumber(at: string, digits: string, style: number): string {
  return `<c r="${at}" s="${style}"><v>${digits}</v></c>`;
}

function xmlString(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A text of the length that a cell can have; no character is cut in two. */
function fitted(text: string, onCut: () => void): string {
  if (text.length <= LONGEST_TEXT) return text;
  onCut();
  return shorten(text, LONGEST_TEXT - CUT_MARK.length, CUT_MARK);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text within XML: what XML may not hold is replaced, and what spreadsheets take for an escape (`_x000D_`) is
 * escaped itself. Breaks of lines are those of a spreadsheet's cells.
 */
export function xmlText(text: string): string {
  return asWritableText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
