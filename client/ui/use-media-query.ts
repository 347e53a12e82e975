import { useCallback, useMemo, useSyncExternalStore } from 'react';

/**
 * The query for windows in which the table gives way to cards and the filters go behind a button; the style sheets say the same. Paper is
 * narrower than most screens, and has a table all the same.
 */
export const NARROW = 'screen and (max-width: 820px)';

/** The query for touch, which needs larger targets and cannot hover; the style sheets say the same. */
export const COARSE = '(pointer: coarse)';

/** Whether a media query holds, live. */
export function useMediaQuery(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [list],
  );
  return useSyncExternalStore(subscribe, () => list.matches);
}
