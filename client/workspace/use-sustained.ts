import { useEffect, useState } from 'react';

/** Whether something has been so for at least that many milliseconds. */
export function useSustained(isSo: boolean, time: number): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setHasLasted(true), time);
    return () => clearTimeout(timer);
  }, [isSo, time]);
  if (!isSo && hasLasted) setHasLasted(false);
  return isSo && hasLasted;
}
