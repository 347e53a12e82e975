import { createContext, type ReactNode, startTransition, use, useEffect, useMemo, useState } from 'react';
import type { SnapshotStatus } from '../../contract/index.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import { afterPaint } from './after-paint.ts';
import {
  ListStateContext,
  type ShownList,
  ShownListContext,
  SnapshotStatusContext,
  useListState,
  useShownList,
  useSnapshotStatus,
} from './workspace-context.ts';

/** What the parts around the rows are drawn from. */
interface Surroundings {
  readonly listState: ListState;
  readonly shown: ShownList;
  readonly status: SnapshotStatus | null;
}

const SurroundingsContext = createContext<Surroundings | null>(null);

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
  return <SurroundingsContext value={later}>{children}</SurroundingsContext>;
}

function hasRows({ shown: { list, error } }: Surroundings): boolean {
  return list !== null && list.tickets.length > 0 && error === null;
}

/** Draws memoized parts after the rows: until those are on screen, they keep the list and the query of before. */
export function AfterRows({ children }: { readonly children: ReactNode }) {
  const { listState, shown, status } = useSurroundings();
  return (
    <ListStateContext value={listState}>
      <SnapshotStatusContext value={status}>
        <ShownListContext value={shown}>{children}</ShownListContext>
      </SnapshotStatusContext>
    </ListStateContext>
  );
}

/** Draws memoized parts with the query of now, whose list comes after the rows and is stale until then. */
export function ListAfterRows({ children }: { readonly children: ReactNode }) {
  const newest = useShownList();
  const { shown } = useSurroundings();
  const isStale = newest.isStale || shown !== newest;
  const { list, address, error } = shown;
  const value = useMemo(() => ({ list, address, isStale, error }), [list, address, isStale, error]);
  return <ShownListContext value={value}>{children}</ShownListContext>;
}

/** @throws Error outside of a workspace's screens. */
function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext);
  if (surroundings === null)
    throw new Error('What comes after the rows is known on a workspace’s screens alone.');
  return surroundings;
}
