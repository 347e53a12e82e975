import { useRef } from 'react';
import type { Progress } from '../../../contract/meeting/index.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { doneLabel, undecidedLabel } from '../model/progress-label.ts';
import styles from './end-dialog.module.css';

interface EndDialogProps {
  readonly progress: Progress;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

/** The question before a meeting ends that has left something open. */
export function EndDialog({ progress, onEnd, onClose }: EndDialogProps) {
  const end = useRef<HTMLButtonElement>(null);
  const undecided = undecidedLabel(progress);
  return (
    <ModalDialog title="End the meeting?" initialFocus={end} onClose={onClose}>
      <p className={styles.left}>
        {[doneLabel(progress), undecided].filter((part) => part !== '').join(' · ')}
      </p>
      <p className={styles.note}>
        The minutes name each of them. What was not reviewed or is parked can start the next meeting.
      </p>
      <div className={styles.answers}>
        <Button onClick={onClose}>Go on</Button>
        <Button ref={end} variant="primary" onClick={onEnd}>
          End & show minutes
        </Button>
      </div>
    </ModalDialog>
  );
}
