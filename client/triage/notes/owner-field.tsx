import { Autocomplete } from '@base-ui/react/autocomplete';
import { type RefObject, useId, useMemo, useRef, useState } from 'react';
import { fold } from '../../../contract/index.ts';
import { MAX_TEXT } from '../../../contract/meeting/index.ts';
import { isComposing } from '../../ui/composing.ts';
import styles from './owner-field.module.css';

interface OwnerFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly owner: string;
  /** Suggested owners, the likeliest first. */
  readonly people: readonly string[];
  /** The ticket's assignee; null for none. */
  readonly assignee: string | null;
  readonly onOwner: (owner: string) => void;
}

/** More than these are found by typing on. */
const MOST_SHOWN = 50;

/** The field for who does it: somebody of the list, the ticket's assignee first, or any other text. */
export function OwnerField({ input, owner, people, assignee, onOwner }: OwnerFieldProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  // Until something is typed the list shows everybody, and not only who is called as the field says.
  const [typed, setTyped] = useState(false);
  const highlighted = useRef<string | undefined>(undefined);
  const isOpen = open && people.length > 0;
  const items = useMemo(() => choicesOf(owner, typed, people), [owner, typed, people]);
  // Who has emptied the field wants nobody.
  const isEmptied = typed && owner.trim() === '';
  const takeHighlighted = () => {
    const { current } = highlighted;
    const name = items.find((one) => one === current) ?? (isEmptied ? undefined : items[0]);
    if (isOpen && name !== undefined) onOwner(name);
  };
  return (
    <div className={styles.owner}>
      <label htmlFor={id}>
        Owner <kbd aria-hidden>w</kbd>
      </label>
      <Autocomplete.Root
        inline
        items={items}
        filter={null}
        value={owner}
        open={isOpen}
        autoHighlight={isEmptied ? false : 'always'}
        keepHighlight
        onItemHighlighted={(name) => {
          highlighted.current = name;
        }}
        onValueChange={(value, { reason }) => {
          if (reason === 'escape-key') return;
          setTyped(true);
          setOpen(reason !== 'item-press');
          onOwner(value);
        }}
      >
        <Autocomplete.Input
          ref={input}
          id={id}
          maxLength={MAX_TEXT.owner}
          dir="auto"
          enterKeyHint="next"
          // A list within the page counts as open to the library, whether it is there or not.
          {...(!isOpen && { 'aria-expanded': false, 'aria-activedescendant': undefined })}
          onFocus={({ target }) => {
            target.select();
            setTyped(false);
            setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            const isKey = event.key === 'Enter' || event.key === 'Escape';
            if (!isKey && !isComposing(event.nativeEvent)) return;
            // Both keys lead out of the field, as from the others; Enter takes somebody along.
            event.preventBaseUIHandler();
            if (event.key === 'Enter' && !isComposing(event.nativeEvent)) takeHighlighted();
          }}
        />
        {/* Within the form: a layer of its own would take all else from screen readers while it is open. */}
        {isOpen && (
          // biome-ignore lint/a11y/noStaticElementInteractions: a press on the list leaves the focus in the field
          <div className={styles.popup} onMouseDown={(event) => event.preventDefault()}>
            <Autocomplete.List className={styles.list} aria-label="Suggested owners">
              {(name: string) => (
                <Autocomplete.Item
                  key={name}
                  value={name}
                  className={styles.person}
                  onClick={() => setOpen(false)}
                  render={(props, { highlighted: isHighlighted }) => (
                    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, an option, is among the props
                    <div {...props} aria-selected={isHighlighted} />
                  )}
                >
                  <bdi>{name}</bdi>
                  {name === assignee && <small>Assignee</small>}
                  {typed && name === owner && !people.includes(name) && <small>As typed</small>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </div>
        )}
      </Autocomplete.Root>
    </div>
  );
}

/** Whoever has a name that begins as the text does, then whoever's name has it within, then the text as it is. */
function choicesOf(owner: string, typed: boolean, people: readonly string[]): readonly string[] {
  const needle = fold(owner.trim());
  if (!typed || needle === '') {
    const set = owner === '' ? [] : [owner];
    return [...new Set([...set, ...people])].slice(0, MOST_SHOWN);
  }
  const rank = (name: string) => {
    const folded = fold(name);
    if (folded.startsWith(needle)) return 0;
    if (folded.split(/[\s.@_-]+/).some((part) => part.startsWith(needle))) return 1;
    return folded.includes(needle) ? 2 : 3;
  };
  const found = people
    .map((name) => ({ name, rank: rank(name) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
  return [...new Set([...found.slice(0, MOST_SHOWN), owner])];
}
