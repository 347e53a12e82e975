import { useEffect, useMemo, useRef, useState } from 'react';
import { useZone } from '../../settings/settings.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { type Filters, filtersKey, NO_FILTERS } from '../change-filters.ts';
import type { ParseError } from '../query-language/parse-error.ts';
import { useQueryLanguage } from './use-query-language.ts';

/** The pause in typing after which the list is queried, in milliseconds. */
const REST = 250;
/** And how long when it is not clear yet whether a word or a key is being typed. */
const REST_IN_KEY = 1_000;

interface QueryInput {
  /** The text in the box. */
  readonly text: string;
  /** The words to search for, as they stand at the end of the text. */
  readonly words: string;
  readonly caret: number;
  /** Whether the text has not been applied, or not yet. */
  readonly isDraft: boolean;
  /** Whether the list has filters, in the box or not yet. */
  readonly hasFilters: boolean;
  /** Whether the filters stand in the text; not while the language is being fetched. */
  readonly isWritten: boolean;
  /** The errors in the text; a word that is still being typed has none yet. */
  readonly errors: readonly ParseError[];
  readonly type: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  /** Typing has ended: asks now, or tells everything that is wrong. */
  readonly settle: () => void;
  /** Drops a draft that was not applied; false when there is none. */
  readonly restore: () => boolean;
  /** Drops what is typed. */
  readonly drop: () => void;
}

/**
 * The list's filters as a text to edit. A draft wins while it is typed, and is applied when typing rests and
 * nothing is wrong with it; a change from elsewhere (a tick, a chip, Back) replaces it.
 */
export function useQueryInput(): QueryInput {
  const listState = useListState();
  const { list } = useShownList();
  const zone = useZone();
  const facets = list?.facets ?? null;
  const { query } = listState;
  const current = filtersKey(query);
  const [draft, setDraft] = useState<string | null>(null);
  /** Whether the draft was begun before the filters could be written, and lacks them. */
  const [isPartial, setIsPartial] = useState(false);
  const [caret, setCaret] = useState(0);
  const hasFilters = current !== filtersKey(NO_FILTERS);
  const language = useQueryLanguage(draft !== null || hasFilters);
  const [hasEnded, setHasEnded] = useState(false);
  const [seen, setSeen] = useState(current);
  const hasUpdated = useRef(false);

  const written = useMemo(
    () => (hasFilters ? (language?.formatFilters(query, facets, zone) ?? null) : ''),
    [hasFilters, language, query, facets, zone],
  );
  const parsed = useMemo(
    () => (draft === null ? null : (language?.parseFilters(draft, facets, zone) ?? null)),
    [draft, language, facets, zone],
  );

  const drop = () => {
    setDraft(null);
    setIsPartial(false);
    setHasEnded(false);
  };

  if (current !== seen) {
    setSeen(current);
    drop();
  }

  if (isPartial && draft !== null && language !== null) {
    const filters = language.formatFilters({ ...query, q: '' }, facets, zone);
    setDraft(`${filters} ${draft}`.trimStart());
    setCaret(filters === '' ? caret : filters.length + 1 + caret);
    setIsPartial(false);
  }

  const updateQuery = (filters: Filters) => {
    const next = filtersKey(filters);
    if (next === current) return;
    setSeen(next);
    // One history entry a search, not one a letter.
    listState.updateQuery(filters, { replace: hasUpdated.current });
    hasUpdated.current = true;
  };

  useEffect(() => {
    if (draft === null || !parsed?.ok) return;
    if (hasEnded) {
      updateQuery(parsed.filters);
      drop();
      return;
    }
    const rest = language?.beginsKey(draft, caret) ? REST_IN_KEY : REST;
    const timer = setTimeout(() => updateQuery(parsed.filters), rest);
    return () => clearTimeout(timer);
  });

  return {
    text: draft ?? written ?? query.q,
    words: language?.formatTerms(query) ?? query.q,
    caret,
    isDraft: draft !== null,
    hasFilters,
    isWritten: written !== null,
    errors: errorsToShow(parsed?.ok === false ? parsed.errors : [], hasEnded ? null : caret),
    type: (text, at) => {
      setDraft(text);
      setIsPartial(isPartial || (draft === null && written === null));
      setCaret(at);
      setHasEnded(false);
    },
    moveCaret: setCaret,
    settle: () => {
      // What is not understood yet is asked as soon as it is.
      if (draft !== null && !parsed?.ok) setHasEnded(true);
      else {
        if (parsed?.ok) updateQuery(parsed.filters);
        drop();
      }
      hasUpdated.current = false;
    },
    restore: () => {
      drop();
      hasUpdated.current = false;
      return draft !== null && draft !== written;
    },
    drop: () => {
      drop();
      hasUpdated.current = false;
    },
  };
}

/** @param caret where something is being typed; null once typing has ended */
function errorsToShow(errors: readonly ParseError[], caret: number | null): readonly ParseError[] {
  return caret === null ? errors : errors.filter(({ from, to }) => caret < from || caret > to);
}
