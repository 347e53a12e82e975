/** A view as it is stored. */
export interface StoredView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  /** Rises with each change of the view, so that a change of an older one is noticed. */
  readonly version: number;
}

/** A reader's own views of a workspace, as far as they are known. */
export interface ViewsState {
  readonly status: 'loading' | 'ready' | 'error';
  /** In the reader's order; while loading or after an error those that were known before. */
  readonly views: readonly StoredView[];
  /** The view that a visit begins with, by its id; null for the usual one. */
  readonly start: string | null;
  /** The cause of an error, in a sentence; null without one. */
  readonly message: string | null;
  /** Loads them again. */
  readonly retry: () => void;
}

/** The outcome of a change. */
export type ViewWrite =
  /** Done; not lasting where the browser keeps nothing, so that it holds until the page is closed. */
  | { readonly ok: true; readonly lasting: boolean }
  /** Not done: somebody else has changed the view since this version, or deleted it (null). */
  | { readonly ok: false; readonly reason: 'conflict'; readonly current: StoredView | null }
  /** Not done, with the cause in a sentence. */
  | { readonly ok: false; readonly reason: 'failed'; readonly message: string };

/** The parts of a view that can be changed. */
type ViewChange = Partial<Pick<StoredView, 'name' | 'search'>>;

/** A view at the version that the reader has seen. */
type SeenView = Pick<StoredView, 'id' | 'version'>;

/**
 * A store of readers' own views. Each workspace has its own: assignees and segments differ between them. Reading tells
 * what is known now, and writing takes its time, as with a store that people share.
 */
export interface ViewStore {
  /** The views as they are known now: the same object until they change. Asking for them begins to load them. */
  readonly read: (workspace: string) => ViewsState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Adds a view at the end, or at a place, from 0. */
  readonly add: (workspace: string, view: StoredView, place?: number) => Promise<ViewWrite>;
  /** Changes a part of a view. */
  readonly edit: (workspace: string, view: StoredView, change: ViewChange) => Promise<ViewWrite>;
  /** Moves a view to a place among the others, from 0. */
  readonly move: (workspace: string, view: SeenView, place: number) => Promise<ViewWrite>;
  readonly remove: (workspace: string, view: SeenView) => Promise<ViewWrite>;
  readonly setStart: (workspace: string, id: string) => Promise<ViewWrite>;
}
