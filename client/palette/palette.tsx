import { Dialog } from '@base-ui/react/dialog';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { normalizeKey } from '../commands/normalize-key.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { useAwaitedFocus } from '../ui/awaited-focus.ts';
import { classes } from '../ui/classes.ts';
import { isComposing } from '../ui/composing.ts';
import modal from '../ui/modal-dialog.module.css';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { EntryList, entryId } from './entry-list.tsx';
import { findEntries } from './find-entries.ts';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { searchEntry } from './search-entry.ts';
import { useEntries } from './use-entries.ts';
import { useTicketEntry } from './use-ticket-entry.ts';

/** How far Page Up and Page Down go, in entries. */
const LEAP = 8;

/** Goes anywhere and does anything by a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const listState = useListState();
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const { untyped, typed } = useEntries();
  const ticket = useTicketEntry(text);
  const needle = text.trim();
  const { groups: found, more } = findEntries(needle === '' ? untyped : typed, text);
  const groups = [
    ...(ticket === null ? [] : [{ name: ticket.group, entries: [ticket] }]),
    ...found,
    ...(needle === '' ? [] : [{ name: 'Search', entries: [searchEntry(needle, listState.updateQuery)] }]),
  ];
  const all = groups.flatMap(({ entries }) => entries);
  const at = Math.min(place, all.length - 1);
  const active = all[at] ?? null;

  const input = useRef<HTMLInputElement>(null);
  useAwaitedFocus(input, onClose);
  const list = useId();
  const [before] = useState(() => document.activeElement);
  const chosen = useRef(false);
  const choose = ({ run }: PaletteEntry) => {
    if (run === null) return;
    chosen.current = true;
    onClose();
    // What it does may look where the focus is, and move it: so the palette must be gone, and the focus back.
    setTimeout(() => {
      if (before instanceof HTMLElement) before.focus();
      run();
    });
  };

  const activeId = active === null ? undefined : entryId(list, at);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (isComposing(event.nativeEvent)) return;
    if (normalizeKey(event.nativeEvent) === 'mod+k') onClose();
    else if (move !== undefined) setPlace(moved(at, move, all.length));
    else if (event.key === 'Enter' && active !== null) choose(active);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={modal.backdrop} />
        <Dialog.Popup
          className={classes(modal.surface, styles.popup)}
          aria-label="Commands"
          initialFocus={input}
          finalFocus={() => !chosen.current}
        >
          <div className={styles.field}>
            <Search aria-hidden />
            <input
              ref={input}
              type="text"
              className={styles.input}
              role="combobox"
              aria-label="Command, filter or ticket number"
              aria-autocomplete="list"
              aria-expanded
              aria-controls={list}
              aria-activedescendant={activeId}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              placeholder="A view, a filter, a ticket’s number …"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setPlace(0);
              }}
              onKeyDown={onKeyDown}
            />
            <Dialog.Close className={styles.close} aria-label="Close">
              <kbd aria-hidden>Esc</kbd>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <EntryList id={list} groups={groups} active={at} onPoint={setPlace} onChoose={choose} />
          {more > 0 && <p className={styles.more}>and {formatCount(more)} more: type on to find them</p>}
          <Announcement>{needle !== '' && formatCountOf(all.length + more, 'result')}</Announcement>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: LEAP, PageUp: -LEAP };

/** A step goes round; a leap ends at an end. */
function moved(place: number, by: number, count: number): number {
  if (count === 0) return 0;
  if (Math.abs(by) === 1) return (place + by + count) % count;
  return Math.max(0, Math.min(count - 1, place + by));
}
