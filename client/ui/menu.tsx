import { Menu as BaseMenu } from '@base-ui/react/menu';
import { type KeyboardEvent, type ReactNode, type Ref, type RefObject, useId, useRef } from 'react';
import { fold } from '../../contract/index.ts';
import { isPressOn } from './anchor-press.ts';
import popupStyles from './anchored-popup.module.css';
import { useAwaitedFocus } from './awaited-focus.ts';
import styles from './menu.module.css';

interface MenuProps {
  /** The button that opened it, whose own click closes it again; it gets the focus back. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly title: string;
  /** The item that has the focus first; without it the first one. */
  readonly initial?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that opens under a button; choosing an item, Escape or a press anywhere else closes it. */
export function Menu({ anchor, title, initial, onClose, children }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useAwaitedFocus(list, onClose);
  return (
    <BaseMenu.Root
      open
      modal={false}
      onOpenChange={(open, { event }) => open || isPressOn(anchor, event) || onClose()}
      onOpenChangeComplete={() => {
        const first = initial?.current ?? list.current?.querySelector<HTMLElement>('[role^="menuitem"]');
        first?.focus();
      }}
    >
      <BaseMenu.Portal>
        <BaseMenu.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={6}
          className={popupStyles.layer}
        >
          <BaseMenu.Popup className={popupStyles.popup} finalFocus={anchor}>
            <h2 id={titleId} className={popupStyles.title}>
              {title}
            </h2>
            <BaseMenu.List
              ref={list}
              className={styles.menu}
              aria-labelledby={titleId}
              onKeyDown={foldTypedLetter}
            >
              {children}
            </BaseMenu.List>
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** Passes a typed letter on as the labels are compared, folded: `Ü` leads to what `u` leads to. */
function foldTypedLetter(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if ([...key].length !== 1 || ctrlKey || metaKey || altKey) return;
  const letters = fold(key);
  if (letters === '' || letters === key.toLowerCase()) return;
  event.preventDefault();
  event.stopPropagation();
  for (const letter of letters) {
    event.target.dispatchEvent(new KeyboardEvent('keydown', { key: letter, bubbles: true }));
  }
}

interface MenuGroupProps {
  readonly label: string;
  /** Whether the label is on screen too. */
  readonly titled?: boolean;
  /** For items that exclude each other: the value of the one that holds; null for none. */
  readonly value?: string | null;
  readonly children: ReactNode;
}

/** Items that belong together. */
export function MenuGroup({ label, titled = false, value, children }: MenuGroupProps) {
  const content = (
    <>
      {titled && <BaseMenu.GroupLabel className={styles.title}>{label}</BaseMenu.GroupLabel>}
      {children}
    </>
  );
  const named = { className: styles.group, ...(!titled && { 'aria-label': label }) };
  if (value === undefined) return <BaseMenu.Group {...named}>{content}</BaseMenu.Group>;
  return (
    <BaseMenu.RadioGroup {...named} value={value}>
      {content}
    </BaseMenu.RadioGroup>
  );
}

interface MenuItemProps {
  /** The words by which typed letters find it. */
  readonly label: string;
  /** Among items that exclude each other: what its group has as its value when it holds. */
  readonly value?: string;
  readonly ref?: Ref<HTMLElement> | undefined;
  /** Whether it only tells something for now. */
  readonly disabled?: boolean;
  /** Whether choosing it leaves the menu open. */
  readonly staysOpen?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** One thing to choose: its content stands in a row. */
export function MenuItem({ label, value, staysOpen = false, ...rest }: MenuItemProps) {
  const props = { className: styles.item, label: fold(label), closeOnClick: !staysOpen, ...rest };
  if (value === undefined) return <BaseMenu.Item {...props} />;
  return <BaseMenu.RadioItem {...props} value={value} />;
}
