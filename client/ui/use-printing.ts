import { useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Whether the browser has said that it is about to print, and not yet that it has. */
let announced = false;

/**
 * Whether the page is laid out for paper, live: paper has no button that shows the rest, so it gets all of a text and
 * all of a list. Browsers tell a style sheet of it, but lay the paper out before a script hears of the change; so the
 * announcement of a print counts too.
 */
export function usePrinting(): boolean {
  const subscribe = useCallback((onChange: () => void) => {
    const media = matchMedia('print');
    // What is printed is what is there when the announcement has been heard.
    const announce = () => {
      announced = true;
      flushSync(onChange);
    };
    const end = () => {
      announced = false;
      onChange();
    };
    addEventListener('beforeprint', announce);
    addEventListener('afterprint', end);
    media.addEventListener('change', onChange);
    return () => {
      removeEventListener('beforeprint', announce);
      removeEventListener('afterprint', end);
      media.removeEventListener('change', onChange);
    };
  }, []);
  return useSyncExternalStore(subscribe, () => announced || matchMedia('print').matches);
}
