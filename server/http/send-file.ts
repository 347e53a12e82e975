import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { BYTE_ORDER_MARK, formatCsvRow, maskTicket, type Ticket } from '../../contract/index.ts';
import type { FileColumn } from '../files/columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { clientKey } from './client-address.ts';
import { createExportSlots } from './export-slots.ts';
import { EXPORT_SLICE_MS, type Limits } from './limits.ts';
import { watchReader } from './reader-pace.ts';

/** Codes of an export that the client has left, or that has had its time. */
const ENDED_EARLY: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'];

/** The content of a file. */
interface CsvFile {
  readonly workspace: string;
  readonly snapshot: Snapshot;
  /** The number of rows, besides the header. */
  readonly total: number;
  readonly tickets: Iterable<Ticket>;
  readonly columns: readonly FileColumn[];
  /** Whether customers' names and e-mails are hidden. */
  readonly mask: boolean;
}

/**
 * Streams tickets as a CSV file to save: RFC 4180, UTF-8 with a byte order mark, no cell a formula. The header
 * `Loopdesk-Tickets` tells how many there are: for a reader to show how far it is, and to know whether it has
 * them all. A client that goes away ends it quietly, and one that reads too slowly is left. Who asks for the
 * headers alone gets them even when no more files may be written.
 *
 * @throws HttpProblem `too-many-requests` when as many files as allowed are being written
 */
type SendCsv = (request: Request, response: Response, file: CsvFile) => Promise<void>;

/** Exports, of which only so many are written at once. */
export function createCsvExports(limits: Limits): SendCsv {
  const takeSlot = createExportSlots(limits);
  return async (request, response, file) => {
    if (request.method === 'HEAD') {
      setHeaders(response, file);
      response.end();
      return;
    }
    const giveBack = takeSlot(clientKey(request));
    const { tooSlow, stop } = watchReader(response, limits);
    try {
      setHeaders(response, file);
      await pipeline(Readable.from(rowsOf(file), { objectMode: false }), response, {
        signal: AbortSignal.any([tooSlow, AbortSignal.timeout(limits.exportMs)]),
      });
    } catch (error) {
      const endedEarly = error instanceof Error && 'code' in error && ENDED_EARLY.includes(error.code);
      if (!endedEarly) throw error;
    } finally {
      stop();
      giveBack();
    }
  };
}

function setHeaders(response: Response, file: CsvFile): void {
  response.attachment(fileName(file)).type('text/csv; charset=utf-8');
  response.set({ 'Cache-Control': 'no-store', 'Loopdesk-Tickets': String(file.total) });
}

async function* rowsOf({ tickets, snapshot, columns, mask }: CsvFile): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + formatCsvRow(columns.map(({ name }) => name));
  let begun = performance.now();
  for (const ticket of tickets) {
    const shown = mask ? maskTicket(ticket) : ticket;
    yield formatCsvRow(columns.map(({ cell }) => cell(shown, snapshot.takenAt)));
    if (performance.now() - begun < EXPORT_SLICE_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}

/** A name that every file system takes, and that says so when the file does not have everything. */
function fileName({ workspace, snapshot: { takenAt, whole } }: CsvFile): string {
  const instant = new Date(takenAt).toISOString().slice(0, 19).replaceAll(':', '');
  const name = workspace.replace(/[^\w.-]/g, '_').slice(0, 80);
  return `tickets-${name}-${instant}Z${whole ? '' : '-incomplete'}.csv`;
}
