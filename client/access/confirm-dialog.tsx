import { type ReactNode, useRef, useState } from 'react';
import { describeFailure } from '../api/describe-failure.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { MAIN_PART } from '../ui/skip-link.tsx';
import screen from './access-screen.module.css';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  readonly title: string;
  /** The verb of its button. */
  readonly action: string;
  /** Does it; what it rejects with is told, and asked again. */
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question before something that cannot be undone. */
export function ConfirmDialog({ title, action, run, onClose, children }: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    if (isRunning) return;
    setRunning(true);
    try {
      await run();
    } catch (error) {
      setFailure(describeFailure(error as Error));
      setRunning(false);
      return;
    }
    onClose();
    // The button that opened it may be gone with what it was about.
    requestAnimationFrame(() => document.getElementById(MAIN_PART)?.focus());
  };
  return (
    <ModalDialog title={title} initialFocus={cancel} onClose={onClose}>
      <div className={styles.question}>
        {children}
        {failure !== null && (
          <p role="alert" className={screen.error}>
            {failure}
          </p>
        )}
        <div className={styles.buttons}>
          <Button ref={cancel} onClick={onClose}>
            Cancel
          </Button>
          <Button className={styles.danger} aria-disabled={isRunning} onClick={() => void confirm()}>
            {action}
          </Button>
        </div>
      </div>
    </ModalDialog>
  );
}
