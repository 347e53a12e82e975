import { useEffect, useRef, useState } from 'react';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import styles from './export-dialog.module.css';
import { type ExportChoices, ExportForm } from './export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import { useExport } from './use-export.ts';
import { useExportOrder } from './use-export-order.ts';

interface ExportDialogProps {
  /** Whether the selected tickets are preset, where there are some. */
  readonly selected: boolean;
  readonly onClose: () => void;
}

/** Dialog that exports everything that matches, or the selection, as a file that says what it is. */
export function ExportDialog({ selected, onClose }: ExportDialogProps) {
  const [choices, setChoices] = useState<ExportChoices>({ selected, columns: 'shown' });
  const { state, start, stop } = useExport();
  const orderOf = useExportOrder();
  const body = useRef<HTMLDivElement>(null);
  const { kind } = state;
  // What had the focus is gone with what it stood in.
  useEffect(() => {
    if (kind !== 'idle') body.current?.focus();
  }, [kind]);

  return (
    <ModalDialog title="Export tickets" onClose={onClose}>
      <div ref={body} tabIndex={-1} className={styles.body}>
        {state.kind === 'idle' ? (
          <ExportForm choices={choices} onChange={setChoices} onStart={() => start(orderOf(choices))} />
        ) : (
          <ExportProgress
            state={state}
            onStop={stop}
            onRetry={() => start(orderOf(choices))}
            onClose={onClose}
          />
        )}
      </div>
    </ModalDialog>
  );
}
