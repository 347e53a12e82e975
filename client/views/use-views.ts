import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FindActiveView } from '../address/use-address-list-state.ts';
import { useSettings } from '../settings/settings.ts';
import { findView } from './find-view.ts';
import { READY_VIEWS, USUAL_START } from './ready-views.ts';
import type { SavedView } from './saved-view.ts';
import type { ViewsState } from './view-store.ts';
import { useViewStore } from './view-store-context.ts';

/** The views of a workspace, live. */
export interface Views {
  /** The ready ones, then the reader's own, each in its order. */
  readonly all: readonly SavedView[];
  readonly own: readonly SavedView[];
  /** The one that a visit begins with. */
  readonly start: SavedView;
  readonly findActiveView: FindActiveView;
  /** Whether the own ones are known, and the cause and the way out where they are not. */
  readonly loading: Pick<ViewsState, 'status' | 'message' | 'retry'>;
}

export function useViews(workspace: string): Views {
  const store = useViewStore();
  const state = useSyncExternalStore(store.subscribe, () => store.read(workspace));
  const { columns } = useSettings();
  return useMemo(() => {
    const all = allViews(state);
    return {
      all,
      own: all.filter(({ own }) => own),
      start: startOf(all, state.start),
      findActiveView: (query, cameFrom) => findView(all, query, cameFrom, columns)?.view.id ?? null,
      loading: state,
    };
  }, [state, columns]);
}

/** Tells the view that a visit to a workspace begins with, for an event that has just happened. */
export function useStartView(): (workspace: string) => SavedView {
  const store = useViewStore();
  return useCallback(
    (workspace) => {
      const state = store.read(workspace);
      return startOf(allViews(state), state.start);
    },
    [store],
  );
}

function allViews({ views }: ViewsState): readonly SavedView[] {
  return [...READY_VIEWS, ...views.map((view) => ({ ...view, own: true }))];
}

function startOf(views: readonly SavedView[], id: string | null): SavedView {
  const start = views.find((view) => view.id === id) ?? views.find((view) => view.id === USUAL_START);
  if (start === undefined) throw new Error(`There is no ready view ${USUAL_START}.`);
  return start;
}
