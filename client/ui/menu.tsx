import { type ComponentProps, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { fold } from '../../contract/index.ts';
import styles from './menu.module.css';

/** How long letters belong to one beginning of a name, in milliseconds. */
const REST = 700;

interface MenuProps {
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A list of things to choose one of, in something that has opened. The arrows, Home, End and the first letters of an
 * item lead to it; Enter and the space bar choose it.
 */
export function Menu({ label, children }: MenuProps) {
  const typed = useRef({ text: '', at: 0 });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    let next = placeOf(event.key, at, items.length);
    if (next === undefined && event.key.length === 1 && event.key !== ' ') {
      const { text, at: before } = typed.current;
      typed.current = {
        text: (event.timeStamp - before < REST ? text : '') + fold(event.key),
        at: event.timeStamp,
      };
      next = placeOfText(items, typed.current.text, at);
    }
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    <div role="menu" aria-label={label} tabIndex={-1} className={styles.menu} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function placeOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (Math.max(at, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** The next item that begins with the letters; with more than one letter the focused one may be it. */
function placeOfText(items: readonly HTMLElement[], text: string, at: number): number | undefined {
  const from = text.length > 1 ? Math.max(at, 0) : at + 1;
  const places = items.map((_, index) => (from + index) % items.length);
  return places.find((place) => fold(items[place]?.textContent?.trim() ?? '').startsWith(text));
}

interface MenuGroupProps {
  readonly label: string;
  /** Whether the label is on screen too. */
  readonly titled?: boolean;
  readonly children: ReactNode;
}

/** Items that belong together. */
export function MenuGroup({ label, titled = false, children }: MenuGroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu has groups of items, which no element is
    <div role="group" aria-label={label} className={styles.group}>
      {titled && (
        <p aria-hidden className={styles.title}>
          {label}
        </p>
      )}
      {children}
    </div>
  );
}

interface MenuItemProps extends Omit<ComponentProps<'button'>, 'role'> {
  /** For one of several that exclude each other: whether it holds. */
  readonly checked?: boolean;
  /** Whether the focus begins here. */
  readonly first: boolean;
}

/** One thing to choose: what is in it stands in a row. */
export function MenuItem({ checked, first, ...rest }: MenuItemProps) {
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked })}
      className={styles.item}
      tabIndex={first ? 0 : -1}
      onPointerMove={(event) => event.currentTarget.focus()}
      {...rest}
    />
  );
}
