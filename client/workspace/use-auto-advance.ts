import { useEffect } from 'react';
import { isBehind } from './use-ticket-list.ts';
import { useWorkspace } from './workspace-context.ts';

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
