import { Search } from 'lucide-react';
import { memo, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../ui/composing.ts';
import { BoxOverlay } from './search/box-overlay.tsx';
import { flattenPasted } from './search/flatten-pasted.ts';
import { optionId } from './search/option-id.ts';
import { useQueryInput } from './search/use-query-input.ts';
import { useQueryLanguage } from './search/use-query-language.ts';
import { useSuggestions } from './search/use-suggestions.ts';
import styles from './search-box.module.css';
import { useClearFilters } from './use-clear-filters.ts';

interface SearchBoxProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/**
 * The list's filters and search words in a line, to read and to type: `status:new -assignee:none refund`.
 * They go into the address when typing rests; the address can change them back.
 */
export const SearchBox = memo(function SearchBox({ inputRef }: SearchBoxProps) {
  const search = useQueryInput();
  const { text, caret, errors } = search;
  const listId = useId();
  const errorsId = useId();
  /** Whether the focus that comes next has its caret already. */
  const hasCaret = useRef(false);
  const [caretToSet, setCaretToSet] = useState<number | null>(null);

  const focus = () => {
    if (document.activeElement === inputRef.current) return;
    hasCaret.current = true;
    inputRef.current?.focus();
  };

  /** Replaces a part of the text, and puts the caret behind it. */
  const put = (from: number, to: number, part: string) => {
    search.type(text.slice(0, from) + part + text.slice(to), from + part.length);
    setCaretToSet(from + part.length);
    focus();
  };
  const offered = useSuggestions(text, caret, (option, { from, to }) => choose(option.text, from, to));
  const choose = (part: string, from: number, to: number) => {
    put(from, to, part);
    if (part.endsWith(':')) offered.offer();
    else offered.close();
  };

  useLayoutEffect(() => {
    if (caretToSet === null) return;
    inputRef.current?.setSelectionRange(caretToSet, caretToSet);
    setCaretToSet(null);
  }, [caretToSet, inputRef]);

  /** Shows the text from a press or a key on, until the focus is elsewhere. */
  const [isEditing, setIsEditing] = useState(false);
  const edit = () => {
    setIsEditing(true);
    inputRef.current?.focus();
  };
  const showsChips = !isEditing && !search.isDraft;

  // Who came to the box before its filters stood in it goes on behind them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they come
  useLayoutEffect(() => {
    const input = inputRef.current;
    if (search.isWritten && isEditing && !search.isDraft && input !== null) beginWord(input);
  }, [search.isWritten]);

  const settle = () => {
    offered.close();
    search.settle();
  };
  const clearFilters = useClearFilters();
  const { suggestions, counts, active } = offered;
  const language = useQueryLanguage(suggestions !== null || errors.length > 0);

  return (
    <form
      aria-label="Search"
      className={styles.box}
      data-chips={showsChips}
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) settle();
      }}
    >
      <Search aria-hidden className={styles.icon} />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className={styles.input}
        aria-label="Search tickets"
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={suggestions !== null}
        aria-controls={suggestions === null ? undefined : listId}
        aria-activedescendant={active === null || suggestions === null ? undefined : optionId(listId, active)}
        aria-invalid={errors.length > 0}
        aria-describedby={errors.length > 0 ? errorsId : undefined}
        placeholder={search.hasFilters ? '' : 'Search words, “phrases”, ticket numbers, or status:new'}
        value={text}
        onChange={({ target }) => {
          search.type(target.value, target.selectionStart ?? target.value.length);
          offered.offer();
        }}
        onPaste={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          const pasted = event.clipboardData.getData('text/plain');
          const line = flattenPasted(pasted);
          if (line === pasted) return;
          event.preventDefault();
          put(selectionStart ?? text.length, selectionEnd ?? text.length, line);
          offered.offer();
        }}
        onSelect={({ currentTarget }) => search.moveCaret(currentTarget.selectionStart ?? 0)}
        onPointerDown={({ currentTarget }) => {
          hasCaret.current = document.activeElement !== currentTarget;
        }}
        onBlur={() => setIsEditing(false)}
        onFocus={({ currentTarget }) => {
          setIsEditing(true);
          // Whoever comes by a key wants to search anew, under the same filters; a press puts the caret itself.
          if (!hasCaret.current) beginWord(currentTarget);
          hasCaret.current = false;
        }}
        onKeyDown={(event) => {
          const isHandled =
            offered.press(event) ||
            (event.key === 'Escape' &&
              !isComposing(event.nativeEvent) &&
              (search.restore() || leave(event.currentTarget)));
          if (!isHandled) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <BoxOverlay
        isEmpty={text === '' && !search.hasFilters}
        hasWordsAlone={text === search.words && text !== ''}
        onEdit={edit}
        onClear={() => {
          offered.close();
          search.drop();
          clearFilters();
          focus();
        }}
      />
      <div className={styles.below}>
        {language !== null && suggestions !== null && (
          <language.SuggestionList
            id={listId}
            suggestions={suggestions}
            counts={counts}
            active={active}
            onChoose={(option, { from, to }) => choose(option.text, from, to)}
          />
        )}
        {language !== null && errors.length > 0 && (
          <language.ParseErrorList
            id={errorsId}
            errors={errors}
            onFix={({ from, to }, replacement) => put(from, to, replacement)}
          />
        )}
      </div>
    </form>
  );

  function beginWord(input: HTMLInputElement): void {
    const { words } = search;
    if (text !== '' && words === '') put(text.length, text.length, text.endsWith(' ') ? '' : ' ');
    else if (text.endsWith(words)) input.setSelectionRange(text.length - words.length, text.length);
  }
});

/** Gives the keys back to the list. */
function leave(box: HTMLElement): true {
  box.blur();
  return true;
}
