import { nullable, number, object, orElse, record, text, validItems } from '../storage/checks.ts';
import { createPersistedValue } from '../storage/persisted-value.ts';
import type { StoredView, ViewStore, ViewsState, ViewWrite } from './view-store.ts';

/** A workspace's views as this browser stores them. */
interface OwnViews {
  readonly views: readonly StoredView[];
  readonly start: string | null;
}

/** Views that were stored before they had versions are at the first. */
const storedView = object<StoredView>({ id: text, name: text, search: text, version: orElse(number, 0) });

/** A view that a later version or another hand has spoiled costs that view alone. */
const ownViews = object<OwnViews>({
  views: validItems(storedView),
  start: orElse(nullable(text), null),
});

const NOTHING: OwnViews = { views: [], start: null };

/**
 * Views in this browser, live in all of its tabs. They are there at once, and nothing conflicts: a change is made to
 * the view as another tab has left it, and a view that another tab has deleted comes back with a change of a part of it.
 */
export function createBrowserViewStore(): ViewStore {
  const stored = createPersistedValue<Readonly<Record<string, OwnViews>>>('views', record(ownViews), {});
  const states = new WeakMap<OwnViews, ViewsState>();
  const change = async (
    workspace: string,
    work: (own: OwnViews) => Partial<OwnViews>,
  ): Promise<ViewWrite> => {
    const lasting = await stored.update((all) => {
      const own = ownOf(all, workspace);
      return { ...all, [workspace]: { ...own, ...work(own) } };
    });
    return { ok: true, lasting };
  };
  return {
    read: (workspace) => {
      const own = ownOf(stored.read(), workspace);
      const state = states.get(own) ?? { status: 'ready', ...own, message: null, retry: () => {} };
      states.set(own, state);
      return state;
    },
    subscribe: stored.subscribe,
    add: (workspace, view, place) => change(workspace, ({ views }) => ({ views: put(views, view, place) })),
    edit: (workspace, view, changed) =>
      change(workspace, ({ views }) => {
        const known = views.find(({ id }) => id === view.id) ?? view;
        return { views: put(views, { ...known, ...changed, version: known.version + 1 }) };
      }),
    move: (workspace, { id }, place) =>
      change(workspace, ({ views }) => {
        const known = views.find((view) => view.id === id);
        return { views: known === undefined ? views : put(views, known, place) };
      }),
    remove: (workspace, { id }) =>
      change(workspace, ({ views }) => ({ views: views.filter((view) => view.id !== id) })),
    setStart: (workspace, start) => change(workspace, () => ({ start })),
  };
}

/** A workspace may be called as something that every object has. */
function ownOf(all: Readonly<Record<string, OwnViews>>, workspace: string): OwnViews {
  return (Object.hasOwn(all, workspace) ? all[workspace] : undefined) ?? NOTHING;
}

/** The views with this one at a place, or where it stands; a new one at the end. */
function put(views: readonly StoredView[], view: StoredView, place?: number): readonly StoredView[] {
  const known = views.findIndex(({ id }) => id === view.id);
  const others = views.filter(({ id }) => id !== view.id);
  return others.toSpliced(place ?? (known < 0 ? others.length : known), 0, view);
}

/** The store of this page. */
export const browserViewStore: ViewStore = createBrowserViewStore();
