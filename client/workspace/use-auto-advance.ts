import { useEffect } from 'react';
import { isBehind } from './next-pin.ts';
import { useListState, useShownList, useSnapshotStatus } from './workspace-context.ts';

/** Goes on to newer data by itself: for a screen with nothing on it that could move. */
export function useAutoAdvance(): void {
  const listState = useListState();
  const { list } = useShownList();
  const status = useSnapshotStatus();
  const { pin } = listState;
  const moveOn =
    list !== null && listState.query.at === list.snapshot.number && isBehind(list.snapshot, status);
  useEffect(() => {
    if (moveOn) pin(null);
  }, [moveOn, pin]);
}
