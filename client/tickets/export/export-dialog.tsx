import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import styles from './export-dialog.module.css';
import { type ExportChoices, ExportForm } from './export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import { useExport } from './use-export.ts';
import { useExportOrder } from './use-export-order.ts';

interface ExportDialogProps {
  /** Whether the chosen tickets are meant first, where there are some. */
  readonly selected: boolean;
  readonly onClose: () => void;
}

/** Everything that matches, or what is chosen of it, as a file that says what it is. */
export function ExportDialog({ selected, onClose }: ExportDialogProps) {
  const [choices, setChoices] = useState<ExportChoices>({ selected, columns: 'shown', notes: 'file' });
  const { state, start, stop } = useExport();
  const orderOf = useExportOrder();
  const title = useRef<HTMLHeadingElement>(null);
  const { kind } = state;
  // What had the focus is gone with what it stood in.
  useEffect(() => {
    if (kind !== 'idle') title.current?.focus();
  }, [kind]);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <div className={styles.head}>
            <Dialog.Title ref={title} tabIndex={-1} className={styles.title}>
              Export as CSV
            </Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
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
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
