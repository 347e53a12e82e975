import { type CsvForm, csvRequest, routes, type TicketQuery, workbookRequest } from '../../contract/index.ts';
import { countCsvRows, countWorkbookRows, isWholeZip } from './file-rows.ts';
import { ConnectionLost, failureOf, fetchFromServer } from './request.ts';

/** Form of a file of tickets; null for a workbook. */
export type FileForm = CsvForm | null;

/** A file of tickets that has come in whole. */
export interface TicketsFile {
  /** As the server calls it. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
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

/** Content and form of a download. */
interface FileOrder {
  readonly query: TicketQuery;
  readonly mask: boolean;
  readonly form: FileForm;
}

/**
 * Downloads everything that a query matches as a file.
 *
 * @throws ApiProblem, ConnectionLost (a file that breaks off among it) and FileIncomplete; nothing half is returned
 */
export async function downloadTickets(
  workspace: string,
  order: FileOrder,
  { signal, onProgress }: DownloadOptions,
): Promise<TicketsFile> {
  const response = await fetchFromServer(addressOf(workspace, order), { signal });
  if (!response.ok) throw await failureOf(response, signal);

  const told = response.headers.get('loopdesk-tickets');
  const promised = told === null ? null : Number(told);
  const count = order.form === null ? countWorkbookRows() : countCsvRows();
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let rows = 0;
  for await (const chunk of chunksOf(response, signal)) {
    bytes.push(chunk);
    rows = count(chunk);
    onProgress(rows, promised);
    signal.throwIfAborted();
  }
  const isWhole = order.form === null ? isWholeZip(bytes) : rows === promised;
  if (!isWhole || promised === null) throw new FileIncomplete(rows, promised);
  return {
    name: fileName(response),
    type: response.headers.get('content-type') ?? '',
    bytes,
    rows: promised,
  };
}

function addressOf(workspace: string, { query, mask, form }: FileOrder): string {
  const all = { ...query, page: 1, perPage: 50, since: null };
  const [route, pairs] =
    form === null
      ? [routes.ticketsXlsx(workspace), workbookRequest.encode(all, { mask })]
      : [routes.ticketsCsv(workspace), csvRequest.encode(all, { mask, ...form })];
  return `${route}?${new URLSearchParams(pairs)}`;
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

function fileName(response: Response): string {
  const [, name] = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name ?? 'tickets';
}
