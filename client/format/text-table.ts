import { asPlainCell } from '../../contract/index.ts';
import { markdownText } from './markdown-text.ts';
import { oneLine } from './one-line.ts';

/** A table in words and numbers. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  /** As many cells a row as the head has; numbers stand at their column's end. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table as Markdown. */
export function markdownOf({ head, rows }: TextTable): string {
  return markdownRows(
    head.map(markdownText),
    head.map((_, column) => rows.some((row) => typeof row[column] === 'number')),
    rows.map((row) => row.map((cell) => markdownText(String(cell)))),
  );
}

/**
 * A Markdown table of cells that are Markdown already.
 *
 * @param atEnd whether each column's cells stand at its end, as numbers do
 */
export function markdownRows(
  head: readonly string[],
  atEnd: readonly boolean[],
  rows: readonly (readonly string[])[],
): string {
  const all = [head, atEnd.map((end) => (end ? '--:' : '---')), ...rows];
  return all.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** A table as text with a tab between the cells, as spreadsheets take it from the clipboard. */
export function tabbedOf({ head, rows }: TextTable): string {
  return tabbedRows([head, ...rows.map((row) => row.map(String))]);
}

/** Rows as text with a tab between the cells. No cell has a tab or a line break, or is a formula. */
export function tabbedRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(tabbedCell).join('\t')}\n`).join('');
}

/** A quote at the start of a cell would take in everything up to the next one. */
function tabbedCell(text: string): string {
  const cell = asPlainCell(oneLine(text));
  return cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
