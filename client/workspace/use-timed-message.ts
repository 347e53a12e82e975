import { useEffect, useState } from 'react';

/** Time that a notice stays, in milliseconds. */
const NOTICE_TIME = 10_000;

/** A sentence that goes away by itself, and the way to say another; null while there is nothing to say. */
export function useTimedMessage(): readonly [string | null, (sentence: string) => void] {
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_TIME);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice];
}
