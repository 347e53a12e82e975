import { useMemo, useSyncExternalStore } from 'react';
import type { FindActiveView } from '../address/use-address-list-state.ts';
import { useSettings } from '../settings/settings.ts';
import { findView } from './find-view.ts';
import { READY_VIEWS, USUAL_START } from './ready-views.ts';
import type { SavedView } from './saved-view.ts';
import { viewStore } from './view-store.ts';

/** The views of a workspace, live. */
export interface Views {
  /** The ready ones, then the reader's own, each in its order. */
  readonly all: readonly SavedView[];
  readonly own: readonly SavedView[];
  /** The one that a visit begins with. */
  readonly start: SavedView;
  readonly findActiveView: FindActiveView;
}

export function useViews(workspace: string): Views {
  const kept = useSyncExternalStore(viewStore.subscribe, () => viewStore.read(workspace));
  const { columns } = useSettings();
  return useMemo(() => {
    const own = kept.views.map((view) => ({ ...view, own: true }));
    const all = [...READY_VIEWS, ...own];
    return {
      all,
      own,
      start: startOf(all, kept.start),
      findActiveView: (query, cameFrom) => findView(all, query, cameFrom, columns)?.view.id ?? null,
    };
  }, [kept, columns]);
}

/** The view that a visit to a workspace begins with, for an event that has just happened. */
export function startView(workspace: string): SavedView {
  const { views, start } = viewStore.read(workspace);
  return startOf([...READY_VIEWS, ...views.map((view) => ({ ...view, own: true }))], start);
}

function startOf(views: readonly SavedView[], id: string | null): SavedView {
  const start = views.find((view) => view.id === id) ?? views.find((view) => view.id === USUAL_START);
  if (start === undefined) throw new Error(`There is no ready view ${USUAL_START}.`);
  return start;
}
