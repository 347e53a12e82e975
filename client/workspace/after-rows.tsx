import { createContext, type ReactNode, startTransition, use, useEffect, useMemo, useState } from 'react';
import { afterPaint } from './after-paint.ts';
import {
  type Surroundings,
  SurroundingsContext,
  useListState,
  useShownList,
  useSnapshotStatus,
} from './workspace-context.ts';

const LaterContext = createContext<Surroundings | null>(null);
const HasFollowedContext = createContext(true);

/**
 * Follows the list for what may come after its rows: where other rows take the place of rows, once those are on screen.
 * Anything else, such as a first list or an empty one, there is nothing to wait for.
 */
export function AfterRowsProvider({ children }: { readonly children: ReactNode }) {
  const listState = useListState();
  const shown = useShownList();
  const status = useSnapshotStatus();
  const newest = useMemo(() => ({ listState, shown, status }), [listState, shown, status]);
  const [later, setLater] = useState<Surroundings>(newest);
  const mayWait =
    hasRows(newest) && hasRows(later) && (listState !== later.listState || shown !== later.shown);
  if (!mayWait && later !== newest) setLater(newest);
  useEffect(() => {
    if (mayWait) return afterPaint(() => startTransition(() => setLater(newest)));
  }, [mayWait, newest]);
  return (
    <HasFollowedContext value={later.shown === shown}>
      <LaterContext value={later}>{children}</LaterContext>
    </HasFollowedContext>
  );
}

function hasRows({ shown: { list, error } }: Surroundings): boolean {
  return list !== null && list.tickets.length > 0 && error === null;
}

/** Draws memoized parts after the rows: until those are on screen, they keep the list and the query of before. */
export function AfterRows({ children }: { readonly children: ReactNode }) {
  return <SurroundingsContext value={useLater()}>{children}</SurroundingsContext>;
}

/** Nothing in the place of what is shared now. */
const NOW: Partial<Surroundings> = {};

/** Draws controls among such parts as of now: what is pressed or typed there next builds on the last press. */
export function AsOfNow({ children }: { readonly children: ReactNode }) {
  return <SurroundingsContext value={NOW}>{children}</SurroundingsContext>;
}

/** Draws memoized parts with the query of now, whose list comes after the rows and is stale until then. */
export function ListAfterRows({ children }: { readonly children: ReactNode }) {
  const newest = useShownList();
  const { shown } = useLater();
  const isStale = newest.isStale || shown !== newest;
  const { list, address, error } = shown;
  const value = useMemo(
    () => ({ shown: { list, address, isStale, error } }),
    [list, address, isStale, error],
  );
  return <SurroundingsContext value={value}>{children}</SurroundingsContext>;
}

/** Whether what comes after the rows is there as well: rows out of sight come after it. */
export const useHasFollowed = (): boolean => use(HasFollowedContext);

/** @throws Error outside of a workspace's screens. */
function useLater(): Surroundings {
  const later = use(LaterContext);
  if (later === null) throw new Error('What comes after the rows is known on a workspace’s screens alone.');
  return later;
}
