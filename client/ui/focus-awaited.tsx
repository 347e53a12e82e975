import { useEffectEvent, useLayoutEffect } from 'react';
import { awaitFocus } from './awaited-focus.ts';

interface FocusAwaitedProps {
  /** Escape’s effect while it is not there yet. */
  readonly onGiveUp: () => void;
}

/** The place of a part that is still being loaded and will take the focus. Keys wait for it until it is there, or fails. */
export function FocusAwaited({ onGiveUp }: FocusAwaitedProps) {
  const giveUp = useEffectEvent(onGiveUp);
  useLayoutEffect(() => awaitFocus(() => giveUp()), []);
  return null;
}
