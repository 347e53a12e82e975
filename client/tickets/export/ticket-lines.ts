import { type Column, fieldOf, type Ticket } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { oneLine } from '../../format/one-line.ts';
import type { CellContext } from '../cells/cells.tsx';
import { shownText } from './shown-text.ts';

/** The most characters of a cell: a line is read in a chat or a mail, and links to the rest. */
const LONGEST = 200;

/** Kinds of values that do not say what they are about. */
const BARE_KINDS: ReadonlySet<string> = new Set(['age', 'date', 'number']);

/**
 * Tickets as plain text, a line for each: `#7 · Overdue · Critical · Age 2 d · https://…`. What is empty is left out.
 *
 * @param address of a ticket, absolute
 */
export function ticketLines(
  tickets: readonly Ticket[],
  columns: readonly Column[],
  context: CellContext,
  address: (id: number) => string,
): string {
  const others = columns.filter((column) => column !== 'id');
  const cells = (ticket: Ticket) => others.map((column) => cell(ticket, column, context));
  return tickets
    .map((ticket) => [`#${ticket.id}`, ...cells(ticket), address(ticket.id)].filter(Boolean).join(' · '))
    .map((line) => `${line}\n`)
    .join('');
}

function cell(ticket: Ticket, column: Column, context: CellContext): string {
  const text = oneLine(shownText(ticket, column, context), LONGEST);
  return text !== '' && BARE_KINDS.has(fieldOf(column).kind) ? `${fieldTitle(column)} ${text}` : text;
}
