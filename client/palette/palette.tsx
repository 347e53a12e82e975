import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { normalizeKey } from '../commands/normalize-key.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { useAwaitedFocus } from '../ui/awaited-focus.ts';
import { classes } from '../ui/classes.ts';
import { isComposing } from '../ui/composing.ts';
import modal from '../ui/modal-dialog.module.css';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { type EntryGroup, EntryList } from './entry-list.tsx';
import { findEntries } from './find-entries.ts';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { searchEntry } from './search-entry.ts';
import { useEntries } from './use-entries.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useTicketEntry } from './use-ticket-entry.ts';

/** Goes anywhere and does anything by a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const listState = useListState();
  const [text, setText] = useState('');
  const { untyped, typed } = useEntries();
  const ticket = useTicketEntry(text);
  const needle = text.trim();
  const { updateQuery } = listState;
  const { groups: found, more } = useMemo(
    () => findEntries(needle === '' ? untyped : typed, text),
    [needle, untyped, typed, text],
  );
  const groups: readonly EntryGroup[] = useMemo(
    () => [
      ...(ticket === null ? [] : [{ name: ticket.group, items: [ticket] }]),
      ...found.map(({ name, entries }) => ({ name, items: entries })),
      ...(needle === '' ? [] : [{ name: 'Search', items: [searchEntry(needle, updateQuery)] }]),
    ],
    [ticket, found, needle, updateQuery],
  );
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  const input = useRef<HTMLInputElement>(null);
  const [isEntered, setEntered] = useState(false);
  useAwaitedFocus(input, onClose, () => setEntered(true));
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

  const chooseFirst = useEffectEvent(() => {
    const first = groups[0]?.items[0];
    if (first !== undefined) choose(first);
  });
  // Enter was pressed before this was loaded: what was typed until then is in the field by now.
  useEffect(() => {
    if (isEntered) chooseFirst();
  }, [isEntered]);

  const pageKeys = usePageKeys(count);

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
          <Autocomplete.Root
            inline
            open
            items={groups}
            filter={null}
            value={text}
            itemToStringValue={({ label }: PaletteEntry) => label}
            autoHighlight="always"
            keepHighlight
            onValueChange={setText}
            onItemHighlighted={pageKeys.onItemHighlighted}
          >
            <div className={styles.field}>
              <Search aria-hidden />
              <Autocomplete.Input
                ref={input}
                className={styles.input}
                aria-label="Command, filter or ticket number"
                maxLength={200}
                placeholder="A view, a filter, a ticket’s number …"
                onKeyDown={(event) => {
                  if (isComposing(event.nativeEvent)) return event.preventBaseUIHandler();
                  if (normalizeKey(event.nativeEvent) === 'mod+k') onClose();
                  else if (!pageKeys.press(event)) return;
                  event.preventDefault();
                }}
              />
              <Dialog.Close className={styles.close} aria-label="Close">
                <kbd aria-hidden>Esc</kbd>
                <X aria-hidden />
              </Dialog.Close>
            </div>
            <EntryList onChoose={choose} />
          </Autocomplete.Root>
          {more > 0 && <p className={styles.more}>and {formatCount(more)} more: type on to find them</p>}
          <Announcement>{needle !== '' && formatCountOf(count + more, 'result')}</Announcement>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
