import { asPlainCell, type Column, type Ticket } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { oneLine } from '../../format/one-line.ts';
import type { CellContext } from '../cells/cells.tsx';
import { shownText } from './shown-text.ts';

/**
 * Tickets as text with a tab between the cells, as spreadsheets take it from the clipboard: these columns, with what the
 * table shows in them. No cell has a tab or a line break, or is a formula.
 */
export function tabbedTable(
  tickets: readonly Ticket[],
  columns: readonly Column[],
  context: CellContext,
): string {
  const rows = [
    columns.map(fieldTitle),
    ...tickets.map((ticket) => columns.map((column) => shownText(ticket, column, context))),
  ];
  return rows.map((row) => `${row.map(tabbedCell).join('\t')}\n`).join('');
}

/** A quote at the start of a cell would take in everything up to the next one. */
function tabbedCell(text: string): string {
  const cell = asPlainCell(oneLine(text));
  return cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
