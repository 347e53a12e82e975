import { useEffect } from 'react';
import { useWorkspace } from './desk-context.ts';
import { isBehind } from './use-tickets.ts';

/** Goes on to newer data by itself: for a screen with nothing on it that could move. */
export function useAutoAdvance(): void {
  const { listState, list, status } = useWorkspace();
  const { pin } = listState;
  const moveOn =
    list !== null && listState.query.at === list.snapshot.number && isBehind(list.snapshot, status);
  useEffect(() => {
    if (moveOn) pin(null);
  }, [moveOn, pin]);
}
