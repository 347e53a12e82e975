import { type Column, maskTicket, type Ticket, type TicketQuery } from '../../../contract/index.ts';
import { readAllTickets } from '../../api/tickets.ts';
import { downloadTickets } from '../../api/tickets-file.ts';
import { sourceLink } from '../../format/source-link.ts';
import type { CellContext } from '../cells/cells.tsx';
import { markdownTable } from '../export/markdown-table.ts';
import { tabbedTable } from '../export/tabbed-table.ts';
import { ticketLines } from '../export/ticket-lines.ts';
import { ticketLink } from '../export/ticket-link.ts';

export const COPY_FORMATS = {
  markdown: 'Markdown table',
  text: 'Plain text',
  tabs: 'Tab-separated text',
  links: 'Links',
  sourceLinks: 'Links to QuestionPro',
  csv: 'CSV',
} as const;

export type CopyFormat = keyof typeof COPY_FORMATS;

/** Content and format of a copy. */
export interface CopyOrder {
  readonly format: CopyFormat;
  readonly workspace: string;
  readonly query: TicketQuery;
  readonly columns: readonly Column[];
  readonly context: CellContext;
  readonly masked: boolean;
  /** The template of links to QuestionPro; null without one. */
  readonly ticketUrlTemplate: string | null;
}

interface CopyOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => void;
}

/** A text for the clipboard, and how many tickets are in it. */
export interface CopiedText {
  readonly text: string;
  readonly tickets: number;
}

/** Reads the tickets and writes them as a text. */
export async function writeCopy(order: CopyOrder, options: CopyOptions): Promise<CopiedText> {
  return order.format === 'csv' ? writeCsv(order, options) : writeText(order, options);
}

/** The server's own file, so that a copy and an export never differ. */
async function writeCsv(order: CopyOrder, options: CopyOptions): Promise<CopiedText> {
  const columns = order.columns.map((column) => ({ column, width: null, pinned: false }));
  const query = { ...order.query, columns };
  const form = { separator: 'comma', raw: false } as const;
  const file = await downloadTickets(order.workspace, { query, mask: order.masked, form }, options);
  // Reading bytes as a text leaves the byte order mark out, which within a text would be a character.
  return { text: await new Blob([...file.bytes]).text(), tickets: file.rows };
}

async function writeText(order: CopyOrder, options: CopyOptions): Promise<CopiedText> {
  const { format, workspace, query, columns, context, masked, ticketUrlTemplate } = order;
  const read = await readAllTickets(workspace, query, options);
  const tickets: readonly Ticket[] = masked ? read.map(maskTicket) : read;
  const link = (id: number) => ticketLink(workspace, id);
  const listedLink = (id: number) =>
    format === 'sourceLinks' ? sourceLink(ticketUrlTemplate, workspace, id) : link(id);
  if (format === 'markdown') {
    return { text: markdownTable(tickets, columns, context, link), tickets: tickets.length };
  }
  if (format === 'text') {
    return { text: ticketLines(tickets, columns, context, link), tickets: tickets.length };
  }
  if (format === 'tabs') return { text: tabbedTable(tickets, columns, context), tickets: tickets.length };
  return { text: tickets.map(({ id }) => `${listedLink(id)}\n`).join(''), tickets: tickets.length };
}
