import { useEffect } from 'react';
import { useDesk } from './desk-context.ts';
import { isBehind } from './use-tickets.ts';

/** Goes on to newer data by itself: for a screen with nothing on it that could move. */
export function useMoveOn(): void {
  const { view, list, status } = useDesk();
  const { pin } = view;
  const moveOn = list !== null && view.query.at === list.snapshot.number && isBehind(list.snapshot, status);
  useEffect(() => {
    if (moveOn) pin(null);
  }, [moveOn, pin]);
}
