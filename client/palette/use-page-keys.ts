import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';

/** Entries that Page Up and Page Down go at a time. */
const LEAP = 8;

/** Page Up and Page Down, which end at an end; Base UI knows single steps only, so they are made of arrows. */
export function usePageKeys(count: number) {
  const highlighted = useRef(0);
  return {
    onItemHighlighted: (_: unknown, { index }: { readonly index: number }) => {
      highlighted.current = index;
    },
    /** Whether the key was one of them. */
    press: ({ key, currentTarget }: KeyboardEvent): boolean => {
      if (key !== 'PageDown' && key !== 'PageUp') return false;
      const [arrow, left] =
        key === 'PageDown'
          ? ['ArrowDown', count - 1 - highlighted.current]
          : ['ArrowUp', highlighted.current];
      for (let step = Math.min(LEAP, left); step > 0; step--) {
        // Each goes on from the entry that the one before has led to.
        flushSync(() => {
          currentTarget.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, bubbles: true }));
        });
      }
      return true;
    },
  };
}
