import { useEffect, useRef, useState } from 'react';
import { type Exported, type ExportOrder, exportFailure, runExport } from './run-export.ts';

/** Progress of an export, and its end. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly rows: number; readonly total: number | null }
  | ({ readonly kind: 'saved' } & Exported)
  | { readonly kind: 'failed'; readonly message: string };

/** An export with its progress, as a dialog shows it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (order: ExportOrder) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', rows: 0, total: null });
    const options = {
      signal: controller.signal,
      onProgress: (rows: number, total: number | null) => setState({ kind: 'running', rows, total }),
    };
    try {
      setState({ kind: 'saved', ...(await runExport(order, options)) });
    } catch (error) {
      if (!controller.signal.aborted) setState({ kind: 'failed', message: exportFailure(error) });
    }
  };

  const stop = () => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, start, stop };
}
