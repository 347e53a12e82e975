import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useAwaitedFocus } from './awaited-focus.ts';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import styles from './modal-dialog.module.css';

interface ModalDialogProps {
  readonly title: string;
  /** As wide as its text reads well in, or as two columns need. */
  readonly width?: 'narrow' | 'wide';
  /** The element that has the focus first; its first control otherwise. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog to answer before going on. Escape, its cross or a press beside it closes it; the focus goes back. */
export function ModalDialog({ title, width = 'narrow', initialFocus, onClose, children }: ModalDialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  useAwaitedFocus(popup, onClose);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={classes(styles.surface, styles.popup)}
          data-width={width}
          {...(initialFocus && { initialFocus })}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
