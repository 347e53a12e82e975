import { Popover } from '@base-ui/react/popover';
import { type ReactNode, type RefObject, useRef } from 'react';
import { isPressOn } from './anchor-press.ts';
import styles from './anchored-popup.module.css';
import { useAwaitedFocus } from './awaited-focus.ts';

interface AnchoredPopupProps {
  /** The button that opened it, whose own click closes it again; it gets the focus back. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly align: 'start' | 'end';
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A popup under a button. Escape, or a press anywhere else, closes it. */
export function AnchoredPopup({ anchor, align, title, onClose, children }: AnchoredPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  useAwaitedFocus(popup, onClose);
  return (
    <Popover.Root open onOpenChange={(open, { event }) => open || isPressOn(anchor, event) || onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align={align}
          sideOffset={6}
          className={styles.layer}
        >
          <Popover.Popup ref={popup} className={styles.popup} finalFocus={anchor}>
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
