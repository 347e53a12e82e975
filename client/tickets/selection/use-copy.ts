import { useEffect, useRef, useState } from 'react';
import { formatCountOf } from '../../format/numbers.ts';
import { useSettings, useZone } from '../../settings/settings.ts';
import { copyText } from '../../ui/clipboard.ts';
import { useListState, useShownList, useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { useColumns } from '../columns/use-columns.ts';
import { COPY_FORMATS, type CopyFormat, writeCopy } from './copy-formats.ts';
import { selectedQuery } from './selected-query.ts';
import { useSelection } from './use-selection.ts';

/** More tickets than this make a text that no clipboard's reader wants, and that takes long to read. */
export const MOST_TO_COPY = 5_000;

/** Progress of a copy, and its end. */
export type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly message: string }
  | { readonly kind: 'too-many' }
  /** The browser refused: the reader can copy the text by hand. */
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Copies the selected tickets: with the shown columns in order, and customers hidden where they are. */
export function useCopy() {
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
    if (count > MOST_TO_COPY) return setState({ kind: 'too-many' });
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
      const message = copiedMessage(format, tickets, count);
      setState((await copyText(text)) ? { kind: 'done', message } : { kind: 'refused', text });
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      setState({ kind: 'failed', message: `Nothing was copied. ${reason}` });
    }
  };

  const stop = () => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, copy, stop };
}

/** `48 tickets copied as Markdown table; 2 of the 50 chosen are no longer there`. */
function copiedMessage(format: CopyFormat, tickets: number, selected: number): string {
  const copied = `${formatCountOf(tickets, 'ticket')} copied: ${COPY_FORMATS[format]}`;
  const gone = selected - tickets;
  return gone > 0
    ? `${copied}; ${gone} of the chosen ones ${gone === 1 ? 'is' : 'are'} no longer there`
    : copied;
}
