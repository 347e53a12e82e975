import { useRef } from 'react';
import { keyCaps } from '../../commands/command.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import styles from './copy-by-hand.module.css';

interface CopyByHandProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** The text that the browser would not put on the clipboard, for the reader to take. */
export function CopyByHand({ text, onClose }: CopyByHandProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <ModalDialog title="Copy by hand" width="wide" initialFocus={field} onClose={onClose}>
      <p>
        The browser refused to copy. Here is the text: press {keyCaps('mod+c').join(' ')} while it is marked.
      </p>
      <textarea
        ref={field}
        className={styles.text}
        aria-label="The text to copy"
        readOnly
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </ModalDialog>
  );
}
