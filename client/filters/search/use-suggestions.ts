import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Facets } from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { useZone } from '../../settings/settings.ts';
import { isComposing } from '../../ui/composing.ts';
import { useFacetsUnder } from '../../workspace/use-facets-under.ts';
import { useShownList } from '../../workspace/workspace-context.ts';
import { type Filters, filtersKey } from '../change-filters.ts';
import type { Suggestion, Suggestions } from '../query-language/suggest.ts';
import { useQueryLanguage } from './use-query-language.ts';

interface SuggestionState {
  /** Null while none are to be seen. */
  readonly suggestions: Suggestions | null;
  /** The facets under what is typed besides, to count what is offered; null while they are not known. */
  readonly counts: Facets | null;
  /** The position of the option that Enter takes; null when Enter takes none. */
  readonly active: number | null;
  /** The text has changed: what goes on from there is offered. */
  readonly offer: () => void;
  readonly close: () => void;
  /** Whether the pressed key was meant for the options, and has done its work. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** The suggestions under the box while somebody types in it, and the keys that choose one. */
export function useSuggestions(
  text: string,
  caret: number,
  onChoose: (option: Suggestion, place: Suggestions) => void,
): SuggestionState {
  const { list } = useShownList();
  const [open, setOpen] = useState<'no' | 'typing' | 'asked'>('no');
  const [moved, setMoved] = useState<number | null>(null);
  const language = useQueryLanguage(open !== 'no');
  const names = useHeld(list?.facets ?? null, open !== 'no');
  const seesCustomers = useSeesCustomers();
  const suggestions = useMemo(() => {
    const all = open === 'no' ? null : (language?.suggest(text, caret, names, open === 'asked') ?? null);
    return all === null || seesCustomers ? all : withoutCustomers(all);
  }, [open, language, text, caret, names, seesCustomers]);
  const counts = useFacetsUnder(useOthers(suggestions, language, list?.facets ?? null));
  const active = moved ?? (suggestions?.takesFirst ? 0 : null);

  const show = (how: typeof open) => {
    setOpen(how);
    setMoved(null);
  };

  const move = (step: 1 | -1) => {
    if (suggestions === null) return show('asked');
    const { length } = suggestions.options;
    const start = step === 1 ? -1 : length;
    setMoved(((active ?? start) + step + length) % length);
  };

  const choose = () => {
    const option = active === null ? undefined : suggestions?.options[active];
    if (option === undefined || suggestions === null) return false;
    onChoose(option, suggestions);
    return true;
  };

  return {
    suggestions,
    counts,
    active,
    offer: () => show('typing'),
    close: () => show('no'),
    press: (event) => {
      if (isComposing(event.nativeEvent) || event.altKey || event.ctrlKey || event.metaKey) return false;
      switch (event.key) {
        case 'ArrowDown':
          move(1);
          return true;
        case 'ArrowUp':
          move(-1);
          return true;
        case 'Enter':
          return choose();
        case 'Tab':
          return !event.shiftKey && choose();
        case 'Escape':
          show('no');
          return suggestions !== null;
        default:
          return false;
      }
    },
  };
}

/**
 * The facets as they were when the options came up: what is offered, and its order, stay while the list under them is
 * asked anew with each letter.
 */
function useHeld(facets: Facets | null, isOpen: boolean): Facets | null {
  const [held, setHeld] = useState<Facets | null>(null);
  if (isOpen && held === null && facets !== null) setHeld(facets);
  if (!isOpen && held !== null) setHeld(null);
  return held;
}

/**
 * The filters that are typed besides what is being completed; null where nothing of it is counted, and where the rest
 * of the text has an error. The same object as long as they are the same filters.
 */
function useOthers(
  suggestions: Suggestions | null,
  language: ReturnType<typeof useQueryLanguage>,
  facets: Facets | null,
): Filters | null {
  const zone = useZone();
  const isCounted = suggestions?.options.some(({ counted }) => counted !== null) ?? false;
  const others = isCounted ? (suggestions?.others ?? null) : null;
  const parsed = useMemo(() => {
    const read = others === null ? null : (language?.parseFilters(others, facets, zone) ?? null);
    return read?.ok ? read.filters : null;
  }, [others, language, facets, zone]);
  const [last, setLast] = useState(parsed);
  const isSame = parsed !== null && last !== null && filtersKey(parsed) === filtersKey(last);
  if (!isSame && parsed !== last) setLast(parsed);
  return isSame ? last : parsed;
}

function withoutCustomers(suggestions: Suggestions): Suggestions | null {
  const options = suggestions.options.filter(({ ofCustomers }) => ofCustomers !== true);
  return options.length === 0 ? null : { ...suggestions, options };
}
