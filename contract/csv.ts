import { asPlainCell } from './spreadsheet-text.ts';

/** A cell of a file; null leaves it empty. */
export type CsvCell = string | number | null;

/** The start of a file, by which spreadsheets know that it is UTF-8. A text to paste has none. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Formats a row of CSV with its line break, as RFC 4180 has it. Every text is quoted, since some spreadsheets also
 * split at semicolons and tabs where there are no quotes, and none is a formula.
 */
export function formatCsvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${asPlainCell(cell).replaceAll('"', '""')}"`;
}
