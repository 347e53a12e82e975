import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { ageInDays, type Ticket } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Limits } from './limits.ts';
import { HttpProblem } from './problem.ts';

type Cell = string | number | null;

/** Every column of the export, in order. Dates are ISO, ages whole days at the snapshot's instant. */
const COLUMNS: Readonly<Record<string, (ticket: Ticket, takenAt: number) => Cell>> = {
  id: (ticket) => ticket.id,
  priority: (ticket) => ticket.priority,
  status: (ticket) => ticket.status,
  type: (ticket) => ticket.type,
  isOverdue: (ticket) => String(ticket.isOverdue),
  description: (ticket) => ticket.description,
  customerName: (ticket) => ticket.customerName,
  customerEmail: (ticket) => ticket.customerEmail,
  assigneeName: (ticket) => ticket.assignedUser?.name ?? null,
  assigneeEmail: (ticket) => ticket.assignedUser?.email ?? null,
  segmentCode: (ticket) => ticket.currentSegment?.code ?? null,
  segmentName: (ticket) => ticket.currentSegment?.name ?? null,
  originSegmentCode: (ticket) => ticket.originSegment?.code ?? null,
  originSegmentName: (ticket) => ticket.originSegment?.name ?? null,
  issueDate: (ticket) => ticket.issueDate,
  createdAt: (ticket) => ticket.createdAt,
  updatedAt: (ticket) => ticket.updatedAt,
  deletedAt: (ticket) => ticket.deletedAt,
  feedbackId: (ticket) => ticket.feedbackId,
  surveyId: (ticket) => ticket.surveyId,
  responseId: (ticket) => ticket.responseId,
  ageDays: ({ issueDate }, takenAt) =>
    issueDate === null ? null : ageInDays(Date.parse(issueDate), takenAt),
};

const CELLS = Object.values(COLUMNS);

const ROWS_AT_A_TIME = 200;

/** What makes a spreadsheet take a text for a formula, also behind blanks, which some of them skip. */
const FORMULA_START = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** How an export ends that the client has left, or that has had its time. */
const ENDED_EARLY: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'];

/**
 * Streams tickets as a CSV file to save: RFC 4180, UTF-8 with a byte order mark, no cell a formula. A client
 * that goes away ends it quietly, and one that reads too slowly is left.
 *
 * @throws HttpProblem `too-many-requests` when as many files as allowed are being written
 */
type SendCsv = (
  response: Response,
  workspace: string,
  snapshot: Snapshot,
  tickets: Iterable<Ticket>,
) => Promise<void>;

/** Exports, of which only so many are written at once. */
export function createCsvExports({ exports, exportMs }: Limits): SendCsv {
  let running = 0;
  return async (response, workspace, snapshot, tickets) => {
    if (running >= exports) {
      const detail = `Loopdesk writes ${exports} files at once, and is writing them. Try again in some seconds.`;
      throw new HttpProblem('too-many-requests', detail, { headers: { 'Retry-After': '5' } });
    }
    running++;
    try {
      response.attachment(fileName(workspace, snapshot)).set('Cache-Control', 'no-store');
      response.type('text/csv; charset=utf-8');
      const rows = Readable.from(rowsOf(tickets, snapshot.takenAt));
      await pipeline(rows, createStringifier(), response, { signal: AbortSignal.timeout(exportMs) });
    } catch (error) {
      const endedEarly = error instanceof Error && 'code' in error && ENDED_EARLY.includes(error.code);
      if (!endedEarly) throw error;
    } finally {
      running--;
    }
  };
}

function createStringifier() {
  return stringify({
    bom: true,
    header: true,
    columns: Object.keys(COLUMNS),
    record_delimiter: 'windows',
    // Some spreadsheets also split at semicolons and tabs where there are no quotes.
    quoted_string: true,
    cast: { string: (text) => (FORMULA_START.test(text) ? `'${text}` : text) },
  });
}

async function* rowsOf(tickets: Iterable<Ticket>, takenAt: number): AsyncGenerator<Cell[]> {
  let written = 0;
  for (const ticket of tickets) {
    yield CELLS.map((cell) => cell(ticket, takenAt));
    // A client that takes everything at once would otherwise keep all others waiting until the end.
    if (++written % ROWS_AT_A_TIME === 0) await setImmediate();
  }
}

/** A name that every file system takes, and that says so when the file does not have everything. */
function fileName(workspace: string, { takenAt, whole }: Snapshot): string {
  const instant = new Date(takenAt).toISOString().slice(0, 19).replaceAll(':', '');
  const name = workspace.replace(/[^\w.-]/g, '_').slice(0, 80);
  return `tickets-${name}-${instant}Z${whole ? '' : '-incomplete'}.csv`;
}
