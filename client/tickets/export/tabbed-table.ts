import type { Column, Ticket } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { tabbedRows } from '../../format/text-table.ts';
import type { CellContext } from '../cells/cells.tsx';
import { shownText } from './shown-text.ts';

/**
 * Tickets as text with a tab between the cells, as spreadsheets take it from the clipboard: these columns, with what the
 * table shows in them.
 */
export function tabbedTable(
  tickets: readonly Ticket[],
  columns: readonly Column[],
  context: CellContext,
): string {
  return tabbedRows([
    columns.map(fieldTitle),
    ...tickets.map((ticket) => columns.map((column) => shownText(ticket, column, context))),
  ]);
}
