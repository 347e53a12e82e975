import * as z from 'zod/mini';
import { createShelf } from '../storage/shelf.ts';

/** A view as it is kept. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

/** What a reader has made of a workspace's views. */
interface OwnViews {
  /** In the reader's order. */
  readonly views: readonly KeptView[];
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
  readonly save: (workspace: string, view: KeptView, place?: number) => Promise<boolean>;
  readonly remove: (workspace: string, id: string) => Promise<boolean>;
  readonly setStart: (workspace: string, id: string) => Promise<boolean>;
}

const viewSchema = z.object({ id: z.string(), name: z.string(), search: z.string() });

/** What one view has of a later version, or of another hand, costs that view alone. */
const ownViewsSchema = z.object({
  views: z.pipe(
    z.array(z.catch(z.nullable(viewSchema), null)),
    z.transform((views) => views.filter((view) => view !== null)),
  ),
  start: z.catch(z.nullable(z.string()), null),
});

const NOTHING: OwnViews = { views: [], start: null };

/** Views in this browser, live in all of its tabs. */
export function createBrowserStore(): ViewStore {
  const shelf = createShelf('views', z.record(z.string(), ownViewsSchema), {});
  const read = (workspace: string): OwnViews => shelf.read()[workspace] ?? NOTHING;
  const change = async (workspace: string, changed: Partial<OwnViews>) => {
    const { views, start } = { ...read(workspace), ...changed };
    return shelf.write({ ...shelf.read(), [workspace]: { views: [...views], start } });
  };
  return {
    read,
    subscribe: shelf.subscribe,
    save(workspace, view, place) {
      const { views } = read(workspace);
      const known = views.findIndex(({ id }) => id === view.id);
      const others = views.filter(({ id }) => id !== view.id);
      return change(workspace, {
        views: others.toSpliced(place ?? (known < 0 ? others.length : known), 0, view),
      });
    },
    remove(workspace, id) {
      return change(workspace, { views: read(workspace).views.filter((view) => view.id !== id) });
    },
    setStart(workspace, start) {
      return change(workspace, { start });
    },
  };
}

export const viewStore: ViewStore = createBrowserStore();
