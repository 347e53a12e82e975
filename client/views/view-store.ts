import { itemsTaken, nullable, object, orElse, record, text } from '../storage/checks.ts';
import { createPersistedValue } from '../storage/persisted-value.ts';

/** A view as it is kept. */
export interface StoredView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

/** What a reader has made of a workspace's views. */
interface OwnViews {
  /** In the reader's order. */
  readonly views: readonly StoredView[];
  /** The view that a visit begins with, by its id; null for the usual one. */
  readonly start: string | null;
}

/**
 * Where readers' own views are. Each workspace has its own: assignees and segments differ between them. Changes are
 * promises, because a store that is shared between people takes its time; each says whether it will last. One
 * that does not still holds until the page is closed.
 */
export interface ViewStore {
  /** What is known now: the same object until it changes. */
  readonly read: (workspace: string) => OwnViews;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Keeps a view, in place of the one with its id. A place, from 0, moves it there; a new one goes to the end. */
  readonly save: (workspace: string, view: StoredView, place?: number) => Promise<boolean>;
  /**
   * Changes a part of a view. Its other parts stay as they are kept, which may be newer than the copy that is given;
   * a view that another tab has deleted comes back as that copy.
   */
  readonly edit: (workspace: string, view: StoredView, change: ViewChange) => Promise<boolean>;
  /** Moves a view to a place among the others, from 0. One that another tab has deleted stays away. */
  readonly move: (workspace: string, id: string, place: number) => Promise<boolean>;
  readonly remove: (workspace: string, id: string) => Promise<boolean>;
  readonly setStart: (workspace: string, id: string) => Promise<boolean>;
}

/** The parts of a view that can be changed. */
type ViewChange = Partial<Pick<StoredView, 'name' | 'search'>>;

const storedView = object<StoredView>({ id: text, name: text, search: text });

/** What one view has of a later version, or of another hand, costs that view alone. */
const ownViews = object<OwnViews>({
  views: itemsTaken(storedView),
  start: orElse(nullable(text), null),
});

const NOTHING: OwnViews = { views: [], start: null };

/** Views in this browser, live in all of its tabs. */
export function createBrowserStore(): ViewStore {
  const shelf = createPersistedValue('views', record(ownViews), {});
  /** Changes what is kept by now: another tab may have kept more than this one knows. */
  const change = (workspace: string, work: (own: OwnViews) => Partial<OwnViews>) =>
    shelf.update((all) => {
      const own = ownOf(all, workspace);
      const { views, start } = { ...own, ...work(own) };
      return { ...all, [workspace]: { views: [...views], start } };
    });
  return {
    read: (workspace) => ownOf(shelf.read(), workspace),
    subscribe: shelf.subscribe,
    save: (workspace, view, place) => change(workspace, ({ views }) => ({ views: put(views, view, place) })),
    edit: (workspace, view, changed) =>
      change(workspace, ({ views }) => {
        const known = views.find(({ id }) => id === view.id) ?? view;
        return { views: put(views, { ...known, ...changed }) };
      }),
    move: (workspace, id, place) =>
      change(workspace, ({ views }) => {
        const known = views.find((view) => view.id === id);
        return { views: known === undefined ? views : put(views, known, place) };
      }),
    remove: (workspace, id) =>
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

export const viewStore: ViewStore = createBrowserStore();
