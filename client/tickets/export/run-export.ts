import type { TicketQuery } from '../../../contract/index.ts';
import { ApiProblem } from '../../api/request.ts';
import { readPage } from '../../api/tickets.ts';
import { downloadTickets, type FileForm, FileIncomplete, type TicketsFile } from '../../api/tickets-file.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { formatCount } from '../../format/numbers.ts';
import { type SavedFile, saveFile } from '../../ui/save-file.ts';
import { exportFiles, type NotesPlace } from './export-files.ts';
import { type ExportFacts, exportNotes } from './export-notes.ts';

/** Content and form of an export. */
export interface ExportOrder {
  /** With its columns and its snapshot. */
  readonly query: TicketQuery;
  readonly form: FileForm;
  readonly notes: NotesPlace;
  /** Facts of the notes that are known before the file is there. */
  readonly facts: Omit<ExportFacts, 'rows' | 'exportedAt'>;
}

/** An export that is done. */
export interface Exported {
  readonly rows: number;
  readonly files: readonly SavedFile[];
  /** Number of selected tickets that are no longer there. */
  readonly gone: number;
  /** Whether the file has newer data than the list, whose own is no longer kept. */
  readonly newer: boolean;
}

type DownloadOptions = Parameters<typeof downloadTickets>[2];

/** Downloads a file of tickets, looks whether it is whole, and only then saves it. */
export async function runExport(order: ExportOrder, options: DownloadOptions): Promise<Exported> {
  const { file, facts, newer } = await download(order, options);
  const notes = exportNotes({
    ...facts,
    rows: file.rows,
    exportedAt: new Date(serverNow()).toISOString(),
  });
  const files = exportFiles(file, notes, order.notes);
  for (const saved of files) saveFile(saved);
  const gone = Math.max(0, (facts.selected ?? file.rows) - file.rows);
  return { rows: file.rows, gone, files, newer };
}

interface Downloaded {
  readonly file: TicketsFile;
  readonly facts: ExportOrder['facts'];
  readonly newer: boolean;
}

/** Of the list's own snapshot, and of the newest when that one is no longer kept. */
async function download({ query, form, facts }: ExportOrder, options: DownloadOptions): Promise<Downloaded> {
  const { workspace, masked } = facts;
  const fetchFile = (apiQuery: TicketQuery) =>
    downloadTickets(workspace.id, { query: apiQuery, mask: masked, form }, options);
  try {
    return { file: await fetchFile(query), facts, newer: false };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.code !== 'snapshot-gone') throw error;
    const apiQuery = { ...query, at: null, since: null, page: 1, perPage: 1 };
    const { snapshot, page } = await readPage(workspace.id, apiQuery, options.signal);
    const file = await fetchFile({ ...query, at: snapshot.number });
    return { file, facts: { ...facts, snapshot, matching: page.total }, newer: true };
  }
}

/** The cause of an export's failure, in sentences. */
export function exportFailure(error: unknown): string {
  if (error instanceof FileIncomplete) {
    const promised = error.promised === null ? 'an unknown number of' : formatCount(error.promised);
    return `The file ended after ${formatCount(error.rows)} of ${promised} tickets, so it was not saved. Try again.`;
  }
  if (error instanceof ApiProblem) return `Nothing was saved. ${error.problem.detail}`;
  return `Nothing was saved. ${error instanceof Error ? error.message : String(error)}`;
}
