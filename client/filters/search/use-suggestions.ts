import { type KeyboardEvent, useMemo, useState } from 'react';
import { useDesk } from '../../desk/desk-context.ts';
import { isComposing } from '../../ui/composing.ts';
import type { Suggestion, Suggestions } from '../typed/suggest.ts';
import { useTyping } from './use-typing.ts';

interface SuggestionState {
  /** Null while none are to be seen. */
  readonly suggestions: Suggestions | null;
  /** The position of the option that Enter takes; null when Enter takes none. */
  readonly active: number | null;
  /** The text has changed: what goes on from there is offered. */
  readonly offer: () => void;
  readonly close: () => void;
  /** Whether the pressed key was meant for the options, and has done its work. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** What is offered under the box while somebody types in it, and the keys that choose from it. */
export function useSuggestions(
  text: string,
  caret: number,
  onChoose: (option: Suggestion, place: Suggestions) => void,
): SuggestionState {
  const { list } = useDesk();
  const facets = list?.facets ?? null;
  const [open, setOpen] = useState<'no' | 'typing' | 'asked'>('no');
  const [moved, setMoved] = useState<number | null>(null);
  const typing = useTyping(open !== 'no');
  const suggestions = useMemo(
    () => (open === 'no' ? null : (typing?.suggest(text, caret, facets, open === 'asked') ?? null)),
    [open, typing, text, caret, facets],
  );
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
