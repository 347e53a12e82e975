import { useCallback, useEffect, useState } from 'react';

/** News of a view in a sentence, perhaps with a way back or on. */
export interface Notice {
  readonly text: string;
  /** A button; what it has done may be news again. */
  readonly action?: { readonly label: string; readonly run: () => Promise<Notice | null> };
  /** A link to copy by hand, where the browser would not. */
  readonly link?: string;
}

/** The time that a notice stays, in milliseconds; one with something to copy stays until it is put away. */
const STAYS = 12_000;

/**
 * A notice that goes away by itself, or when the reader goes on to something else.
 *
 * @param search what is on screen
 */
export function useViewNotice(search: string) {
  const [told, setTold] = useState<{ readonly notice: Notice; readonly search: string } | null>(null);
  const stays = told?.notice.link !== undefined;
  useEffect(() => {
    if (told === null || stays) return;
    const timer = setTimeout(() => setTold(null), STAYS);
    return () => clearTimeout(timer);
  }, [told, stays]);
  const setNotice = useCallback(
    (notice: Notice | null) => setTold(notice === null ? null : { notice, search }),
    [search],
  );
  return [told !== null && (stays || told.search === search) ? told.notice : null, setNotice] as const;
}
