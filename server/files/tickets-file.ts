import {
  type CsvCell,
  maskTicket,
  type Ticket,
  type TicketQuery,
  type Workspace,
} from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { FileColumn } from './columns.ts';

/** The content of a file of tickets, whatever its form. */
export interface TicketsFile {
  readonly workspace: Workspace;
  /** The query that the tickets match. */
  readonly query: TicketQuery;
  readonly snapshot: Snapshot;
  /** The number of tickets. */
  readonly total: number;
  /** They are walked once. */
  readonly tickets: Iterable<Ticket>;
  readonly columns: readonly FileColumn[];
  /** Whether customers' names and e-mails are hidden. */
  readonly mask: boolean;
}

/** The cells of each ticket, in the columns' order. */
export function* rowsOf({ tickets, snapshot, columns, mask }: TicketsFile): Generator<readonly CsvCell[]> {
  for (const ticket of tickets) {
    const shown = mask ? maskTicket(ticket) : ticket;
    yield columns.map(({ cell }) => cell(shown, snapshot.takenAt));
  }
}

/** A name that every file system takes, and that says so when the file does not have everything. */
export function fileName(
  { workspace, snapshot: { takenAt, whole } }: TicketsFile,
  extension: string,
): string {
  const instant = new Date(takenAt).toISOString().slice(0, 19).replaceAll(':', '');
  const name = workspace.id.replace(/[^\w.-]/g, '_').slice(0, 80);
  return `tickets-${name}-${instant}Z${whole ? '' : '-incomplete'}.${extension}`;
}
