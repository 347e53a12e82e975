import { useEffect } from 'react';

/** How long a browser without an idea of idleness is left alone first, in milliseconds. */
const LATER = 2_000;

/**
 * Fetches what opens later while the browser has nothing else to do, so that it opens at once.
 *
 * @param load the same function at every call
 */
export function usePrefetched(load: () => Promise<unknown>): void {
  useEffect(() => {
    // A failure shows, and is tried again, when the thing is opened.
    const fetch = () => void load().catch(() => {});
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(fetch);
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(fetch, LATER);
    return () => clearTimeout(timer);
  }, [load]);
}
