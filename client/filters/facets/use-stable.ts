import { useCallback, useLayoutEffect, useRef } from 'react';

/** A callback that stays the same one and does what the last picture of the screen means by it. */
export function useStable<Args extends readonly unknown[]>(
  callback: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
