import type { TicketQuery } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useSettings, useZone } from '../../settings/settings.ts';
import { copyText } from '../../ui/clipboard.ts';
import type { Toast } from '../../ui/toasts.ts';
import { useListState, useShownList, useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { useColumns } from '../columns/use-columns.ts';
import { type Exported, exportFailure, runExport } from '../export/run-export.ts';
import { useExportOrder } from '../export/use-export-order.ts';
import { COPY_FORMATS, type CopyFormat, writeCopy } from '../selection/copy-formats.ts';
import { selectedQuery } from '../selection/selected-query.ts';
import { useSelection } from '../selection/use-selection.ts';
import { runWithToast } from './run-with-toast.ts';

/** More tickets than this make a text that no clipboard's reader wants, and that takes long to read. */
const MOST_TO_COPY = 5_000;

/** Sharing of the selected tickets, or of all that match where none is selected. */
interface Share {
  readonly copy: (format: CopyFormat) => void;
  readonly saveWorkbook: () => void;
}

/**
 * Makes copies and the workbook of the list, each told by a toast.
 *
 * @param onRefused gets a text that the browser would not copy
 */
export function useShare(onRefused: (text: string) => void): Share {
  const listState = useListState();
  const { list } = useShownList();
  const { workspaces } = useWorkspaceInfo();
  const { selection, count } = useSelection();
  const { terms } = useColumns();
  const { masked } = useSettings();
  const zone = useZone();
  const orderOf = useExportOrder('workbook');
  const query: TicketQuery =
    count > 0 ? selectedQuery(selection, listState.apiQuery) : { ...listState.apiQuery, page: 1 };

  const saveWorkbook = () =>
    void runWithToast(async (options) => {
      const order = orderOf({ selected: count > 0, columns: 'shown' });
      return savedToast(await runExport(order, options));
    }, exportFailure);

  const copy = (format: CopyFormat) =>
    void runWithToast(async ({ signal, onProgress }) => {
      const tooMany = new AbortController();
      const onPage = (done: number, total: number | null) => {
        if (total !== null && total > MOST_TO_COPY) tooMany.abort();
        else onProgress(done, total);
      };
      const order = {
        format,
        workspace: listState.workspace,
        query,
        columns: terms.map(({ column }) => column),
        context: { takenAt: list?.snapshot.takenAt ?? null, zone },
        masked,
        ticketUrlTemplate: workspaces.ticketUrlTemplate,
      };
      try {
        const options = { signal: AbortSignal.any([signal, tooMany.signal]), onProgress: onPage };
        const { text, tickets } = await writeCopy(order, options);
        if (await copyText(text)) return { text: copiedMessage(format, tickets, count) };
        onRefused(text);
        return null;
      } catch (error) {
        if (tooMany.signal.aborted) return tooManyToast(saveWorkbook);
        throw error;
      }
    }, copyFailure);

  return { copy, saveWorkbook };
}

/** `48 tickets copied: Markdown table. 2 of the selected ones are no longer there.` */
function copiedMessage(format: CopyFormat, tickets: number, selected: number): string {
  return `${formatCountOf(tickets, 'ticket')} copied: ${COPY_FORMATS[format]}${goneNote(selected - tickets)}`;
}

function savedToast({ rows, gone, files, newer }: Exported): Toast {
  const names = files.map(({ name }) => name).join(', ');
  const note = newer ? '. The list’s own data is no longer kept: the file has the newest' : '';
  return { text: `${formatCountOf(rows, 'ticket')} saved: ${names}${goneNote(gone)}${note}` };
}

function goneNote(gone: number): string {
  if (gone <= 0) return '';
  return `. ${formatCount(gone)} of the selected ones ${gone === 1 ? 'is' : 'are'} no longer there`;
}

function tooManyToast(saveWorkbook: () => void): Toast {
  const run = () => {
    saveWorkbook();
    return null;
  };
  return {
    text: `More than ${formatCount(MOST_TO_COPY)} tickets are too much for a clipboard: a workbook holds them all.`,
    action: { label: 'Save a workbook', run },
  };
}

function copyFailure(error: unknown): string {
  return `Nothing was copied. ${error instanceof Error ? error.message : String(error)}`;
}
