import { useEffect, useEffectEvent } from 'react';

/** Calls back once when a drag ends: the button is let go, wherever on the page, or the browser takes the drag over. */
export function useDragEnd(dragging: boolean, onEnd: (cancelled: boolean) => void): void {
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!dragging) return;
    const drop = () => end(false);
    const cancel = () => end(true);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', cancel);
    return () => {
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', cancel);
    };
  }, [dragging]);
}
