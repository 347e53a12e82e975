import { asPlainCell, asWritableText } from './spreadsheet-text.ts';

/** A cell of a file; null leaves it empty. */
export type CsvCell = string | number | null;

/** The start of a file, by which spreadsheets know that it is UTF-8. A text to paste has none. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The separators that a file can have between its cells, by name. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;

export type Separator = keyof typeof SEPARATORS;

/** Form of a CSV text, besides its rows. */
export interface CsvForm {
  readonly separator: Separator;
  /** Whether texts are as they are, those that a spreadsheet takes for a formula too: for programs alone. */
  readonly raw: boolean;
}

/** The form that RFC 4180 has. */
const USUAL: CsvForm = { separator: 'comma', raw: false };

/**
 * Formats a row of CSV with its line break, as RFC 4180 has it. Every text is quoted, since some spreadsheets also
 * split at semicolons and tabs where there are no quotes, and unless it is to be raw none is a formula.
 */
export function formatCsvRow(cells: readonly CsvCell[], { separator, raw }: CsvForm = USUAL): string {
  const asText = raw ? asWritableText : asPlainCell;
  return `${cells.map((cell) => formatCell(cell, asText)).join(SEPARATORS[separator])}\r\n`;
}

function formatCell(cell: CsvCell, asText: (text: string) => string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${asText(cell).replaceAll('"', '""')}"`;
}
