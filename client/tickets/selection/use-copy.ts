import { useEffect, useRef, useState } from 'react';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useSettings, useZone } from '../../settings/settings.ts';
import { copyText } from '../../ui/clipboard.ts';
import { showToast } from '../../ui/toasts.ts';
import { useListState, useShownList, useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { useColumns } from '../columns/use-columns.ts';
import { COPY_FORMATS, type CopyFormat, writeCopy } from './copy-formats.ts';
import { selectedQuery } from './selected-query.ts';
import { useSelection } from './use-selection.ts';

/** More tickets than this make a text that no clipboard's reader wants, and that takes long to read. */
export const MOST_TO_COPY = 5_000;

/** Identity of the notices about copies: the last one is what counts. */
const TOAST = 'copied';

/** Progress of a copy. */
export type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number | null }
  /** The browser refused: the reader can copy the text by hand. */
  | { readonly kind: 'refused'; readonly text: string };

/**
 * Copies the selected tickets: with the shown columns in order, and customers hidden where they are. A notice tells the
 * end.
 *
 * @param onExport offers a file of the selection instead
 */
export function useCopy(onExport: () => void) {
  const listState = useListState();
  const { list } = useShownList();
  const { workspaces } = useWorkspaceInfo();
  const { selection, count } = useSelection();
  const { terms } = useColumns();
  const { masked } = useSettings();
  const zone = useZone();
  const [state, setState] = useState<CopyState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const copy = async (format: CopyFormat) => {
    if (count > MOST_TO_COPY) return tellOfTooMany(onExport);
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState({ kind: 'reading', done: 0, total: count });
    try {
      const { text, tickets } = await writeCopy(
        {
          format,
          workspace: listState.workspace,
          query: selectedQuery(selection, listState.apiQuery),
          columns: terms.map(({ column }) => column),
          context: { takenAt: list?.snapshot.takenAt ?? null, zone },
          masked,
          ticketUrlTemplate: workspaces.ticketUrlTemplate,
        },
        { signal, onProgress: (done, total) => setState({ kind: 'reading', done, total }) },
      );
      const isCopied = await copyText(text);
      setState(isCopied ? { kind: 'idle' } : { kind: 'refused', text });
      if (isCopied) showToast({ id: TOAST, text: copiedMessage(format, tickets, count) });
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      setState({ kind: 'idle' });
      showToast({ id: TOAST, text: `Nothing was copied. ${reason}` });
    }
  };

  const stop = () => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, copy, stop };
}

function tellOfTooMany(onExport: () => void): void {
  const run = () => {
    onExport();
    return null;
  };
  showToast({
    id: TOAST,
    text: `More than ${formatCount(MOST_TO_COPY)} tickets are too much for a clipboard: a file holds them all.`,
    action: { label: 'Export a file', run },
  });
}

/** `48 tickets copied as Markdown table; 2 of the 50 chosen are no longer there`. */
function copiedMessage(format: CopyFormat, tickets: number, selected: number): string {
  const copied = `${formatCountOf(tickets, 'ticket')} copied: ${COPY_FORMATS[format]}`;
  const gone = selected - tickets;
  return gone > 0
    ? `${copied}; ${gone} of the chosen ones ${gone === 1 ? 'is' : 'are'} no longer there`
    : copied;
}
