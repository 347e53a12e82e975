import { useMemo, useSyncExternalStore } from 'react';
import type { Recognise } from '../address/use-view.ts';
import { useSettings } from '../settings/settings.ts';
import { findView } from './find-view.ts';
import type { NamedView } from './named-view.ts';
import { READY_VIEWS, USUAL_START } from './ready-views.ts';
import { viewStore } from './view-store.ts';

/** The views of a workspace, live. */
export interface Views {
  /** The ready ones, then the reader's own, each in its order. */
  readonly all: readonly NamedView[];
  readonly own: readonly NamedView[];
  /** The one that a visit begins with. */
  readonly start: NamedView;
  readonly recognise: Recognise;
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
      recognise: (query, cameFrom) => findView(all, query, cameFrom, columns)?.view.id ?? null,
    };
  }, [kept, columns]);
}

/** The view that a visit to a workspace begins with, for an event that has just happened. */
export function startView(workspace: string): NamedView {
  const { views, start } = viewStore.read(workspace);
  return startOf([...READY_VIEWS, ...views.map((view) => ({ ...view, own: true }))], start);
}

function startOf(views: readonly NamedView[], id: string | null): NamedView {
  const start = views.find((view) => view.id === id) ?? views.find((view) => view.id === USUAL_START);
  if (start === undefined) throw new Error(`There is no ready view ${USUAL_START}.`);
  return start;
}
