import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { keyCaps } from '../../commands/command.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './copy-by-hand.module.css';

interface CopyByHandProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** The text that the browser would not put on the clipboard, for the reader to take. */
export function CopyByHand({ text, onClose }: CopyByHandProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} initialFocus={field}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Copy by hand</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <Dialog.Description>
            The browser refused to copy. Here is the text: press {keyCaps('mod+c').join(' ')} while it is
            marked.
          </Dialog.Description>
          <textarea
            ref={field}
            className={styles.text}
            aria-label="The text to copy"
            readOnly
            value={text}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
