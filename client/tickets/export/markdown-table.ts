import type { Column, Ticket } from '../../../contract/index.ts';
import { COLUMN_LOOKS } from '../columns/column-looks.ts';
import type { CellContext } from '../table/cells.tsx';
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
      ? `[${ticket.id}](${address(ticket.id)})`
      : escapeMarkdown(shownText(ticket, column, context));
  const rows = [
    columns.map((column) => COLUMN_LOOKS[column].title),
    columns.map((column) => (COLUMN_LOOKS[column].align === 'end' ? '--:' : '---')),
    ...tickets.map((ticket) => columns.map((column) => cell(ticket, column))),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** Characters that turn the order of everything after them, and have no look of their own. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text that stays in its cell and means nothing but itself: one line, nothing marked up, no direction turned. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&');
}
