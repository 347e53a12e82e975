import { useEffect, useState } from 'react';

/** What has just happened to a view, in a sentence, and perhaps the way back. */
export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
  /** What to copy by hand, where the browser would not. */
  readonly link?: string;
}

/** How long a notice stays, in milliseconds; one with something to copy stays until it is put away. */
const STAYS = 12_000;

/** A notice that goes away by itself. */
export function useNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    if (notice === null || notice.link !== undefined) return;
    const timer = setTimeout(() => setNotice(null), STAYS);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice] as const;
}
