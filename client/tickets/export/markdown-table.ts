import type { Column, Ticket } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { markdownLink, markdownText } from '../../format/markdown-text.ts';
import { markdownRows } from '../../format/text-table.ts';
import type { CellContext } from '../cells/cells.tsx';
import { COLUMN_STYLES } from '../columns/column-styles.ts';
import { shownText } from './shown-text.ts';

/**
 * Tickets as a Markdown table of these columns, each number a link.
 *
 * @param address of a ticket, absolute
 */
export function markdownTable(
  tickets: readonly Ticket[],
  columns: readonly Column[],
  context: CellContext,
  address: (id: number) => string,
): string {
  const cell = (ticket: Ticket, column: Column) =>
    column === 'id'
      ? markdownLink(String(ticket.id), address(ticket.id))
      : markdownText(shownText(ticket, column, context));
  return markdownRows(
    columns.map(fieldTitle),
    columns.map((column) => COLUMN_STYLES[column].align === 'end'),
    tickets.map((ticket) => columns.map((column) => cell(ticket, column))),
  );
}
