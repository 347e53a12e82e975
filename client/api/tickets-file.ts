import { type ExportOptions, exportRequest, routes, type TicketQuery } from '../../contract/index.ts';
import { ConnectionLost, failureOf, fetchFromServer } from './request.ts';

/** A file of tickets that has come in whole. */
export interface CsvFile {
  /** As the server calls it. */
  readonly name: string;
  readonly bytes: readonly Uint8Array<ArrayBuffer>[];
  /** Number of tickets in the file: as many as the server announced. */
  readonly rows: number;
}

/** The file ended before everything was there that the server had promised. */
export class FileIncomplete extends Error {
  override readonly name = 'FileIncomplete';
  readonly rows: number;
  readonly promised: number | null;

  constructor(rows: number, promised: number | null) {
    super(`The file ended after ${rows} of ${promised ?? 'an unknown number of'} tickets.`);
    this.rows = rows;
    this.promised = promised;
  }
}

interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Called as the file comes in, with how many tickets are there; `total` is null if the server does not tell it. */
  readonly onProgress: (rows: number, total: number | null) => void;
}

/**
 * Downloads everything that a query matches as CSV.
 *
 * @throws ApiProblem, ConnectionLost (a file that breaks off among it) and FileIncomplete; nothing half is returned
 */
export async function downloadTicketsCsv(
  workspace: string,
  query: TicketQuery,
  exportOptions: ExportOptions,
  { signal, onProgress }: DownloadOptions,
): Promise<CsvFile> {
  const pairs = exportRequest.encode({ ...query, page: 1, perPage: 50, since: null }, exportOptions);
  const response = await fetchFromServer(`${routes.ticketsCsv(workspace)}?${new URLSearchParams(pairs)}`, {
    signal,
  });
  if (!response.ok) throw await failureOf(response, signal);

  const told = response.headers.get('loopdesk-tickets');
  const promised = told === null ? null : Number(told);
  const counter = createRecordCounter();
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunksOf(response, signal)) {
    bytes.push(chunk);
    onProgress(counter.rows(chunk), promised);
    signal.throwIfAborted();
  }
  const rows = counter.rows(new Uint8Array());
  if (rows !== promised) throw new FileIncomplete(rows, promised);
  return { name: fileName(response), bytes, rows };
}

async function* chunksOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new ConnectionLost('The server answered without a file.');
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch (error) {
    signal.throwIfAborted();
    throw new ConnectionLost('The connection broke while the file came in.', { cause: error });
  }
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the rows of a CSV file as it comes in. A line break within quotes ends none. */
function createRecordCounter() {
  let quoted = false;
  let lines = 0;
  return {
    /** Takes the next bytes; the answer is how many rows have ended by now, besides the head. */
    rows(chunk: Uint8Array): number {
      for (const byte of chunk) {
        // A doubled quote leaves the quotes and enters them again.
        if (byte === QUOTE) quoted = !quoted;
        else if (byte === LINE_FEED && !quoted) lines++;
      }
      return Math.max(0, lines - 1);
    },
  };
}

function fileName(response: Response): string {
  const [, name] = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name ?? 'tickets.csv';
}
