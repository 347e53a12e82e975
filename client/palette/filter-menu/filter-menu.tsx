import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { ListFilter, X } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useAwaitedFocus } from '../../ui/awaited-focus.ts';
import { classes } from '../../ui/classes.ts';
import { isComposing } from '../../ui/composing.ts';
import modal from '../../ui/modal-dialog.module.css';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { findBest, indexEntries } from '../find-entries.ts';
import palette from '../palette.module.css';
import { usePageKeys } from '../use-page-keys.ts';
import { ChoiceList } from './choice-list.tsx';
import { choiceLabel, type FilterChoice, filterChoices, firstChoices } from './filter-choices.ts';
import styles from './filter-menu.module.css';

/** Menu of all filters and their values, found by a few letters. It stays open for more, over the list that changes. */
export function FilterMenu({ onClose }: { readonly onClose: () => void }) {
  const { query, updateQuery } = useListState();
  const { list, isStale } = useShownList();
  const [text, setText] = useState('');
  const facets = list?.facets ?? null;
  const choices = useMemo(() => (facets === null ? [] : filterChoices(facets)), [facets]);
  const { found, more } = useFound(choices, text);
  const pageKeys = usePageKeys(found.length);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  useAwaitedFocus(input, onClose);

  const apply = (change: Partial<typeof query>) => {
    updateQuery(change);
    // The next letters are for the next filter.
    input.current?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const excludes = event.key === 'Enter' && (event.shiftKey || event.altKey);
    if (excludes) pressActive(event.currentTarget);
    else if (!pageKeys.press(event)) return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={classes(modal.surface, palette.popup)}
          data-place="side"
          aria-label="Add a filter"
          initialFocus={input}
        >
          <Autocomplete.Root
            inline
            open
            items={found}
            filter={null}
            value={text}
            itemToStringValue={choiceLabel}
            autoHighlight="always"
            keepHighlight
            // A choice neither closes the menu nor writes its name into the field.
            onOpenChange={(_, details) => details.cancel()}
            onValueChange={(value, { reason }) => reason === 'input-change' && setText(value)}
            onItemHighlighted={pageKeys.onItemHighlighted}
          >
            <div className={palette.field}>
              <ListFilter aria-hidden />
              <Autocomplete.Input
                ref={input}
                className={palette.input}
                aria-label="Filter or value"
                aria-describedby={hint}
                maxLength={200}
                placeholder="Status, resolved, a name …"
                onKeyDown={(event) =>
                  isComposing(event.nativeEvent) ? event.preventBaseUIHandler() : onKeyDown(event)
                }
              />
              <Dialog.Close className={palette.close} aria-label="Close">
                <kbd aria-hidden>Esc</kbd>
                <X aria-hidden />
              </Dialog.Close>
            </div>
            <ChoiceList
              query={query}
              isCounted={!isStale}
              onToggle={({ toggle }) => apply(toggle(query))}
              onExclude={({ exclude }) => exclude !== null && apply(exclude(query))}
            />
          </Autocomplete.Root>
          {list === null && <p className={palette.more}>The filters come with the first tickets.</p>}
          {list !== null && found.length === 0 && <p className={palette.more}>Nothing is called that.</p>}
          {more > 0 && <p className={palette.more}>and {formatCount(more)} more: type on to find them</p>}
          <p id={hint} className={classes(palette.more, styles.hint)}>
            <kbd>Enter</kbd> adds or removes, <kbd>Shift</kbd> <kbd>Enter</kbd> excludes
          </p>
          <Announcement>{text.trim() !== '' && formatCountOf(found.length + more, 'result')}</Announcement>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/**
 * The choices whose names have the typed words. Those listed before anything is typed stay as they were at first: none
 * may move when a count does.
 */
function useFound(choices: readonly FilterChoice[], text: string) {
  const index = useMemo(() => indexEntries(choices, choiceLabel), [choices]);
  const [first, setFirst] = useState<ReadonlySet<string> | null>(null);
  if (first === null && choices.length > 0) setFirst(new Set(firstChoices(choices).map(({ id }) => id)));
  const isTyped = text.trim() !== '';
  return useMemo(() => {
    const among = isTyped ? index : index.filter(({ entry }) => first?.has(entry.id));
    return findBest(among, text);
  }, [index, first, isTyped, text]);
}

/** Presses the option that the field is at, with Shift: Base UI takes Enter without other keys alone. */
function pressActive(input: HTMLInputElement): void {
  const id = input.getAttribute('aria-activedescendant');
  const option = id === null ? null : document.getElementById(id);
  option?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
}
