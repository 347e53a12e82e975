import { MAX_IDS } from '../../../contract/index.ts';

/** The tickets that the reader has chosen: by hand, or everything that the list's filters match. */
export type Selection =
  | {
      readonly kind: 'picked';
      readonly ids: ReadonlySet<number>;
      /** The one that was chosen last: a range begins there. */
      readonly anchor: number | null;
    }
  | { readonly kind: 'all' };

export const NOTHING_SELECTED: Selection = { kind: 'picked', ids: new Set(), anchor: null };

/** A change of the selection. `page` has the ids of the page on screen, in its order. */
export type SelectionChange =
  | { readonly do: 'toggle'; readonly id: number; readonly page: readonly number[] }
  /** Gives every row from the one chosen last to this one the state that this one's box gets. */
  | { readonly do: 'range'; readonly id: number; readonly page: readonly number[] }
  | { readonly do: 'add'; readonly ids: readonly number[] }
  /** All rows of the page, or none of them when all are chosen already. */
  | { readonly do: 'page'; readonly page: readonly number[] }
  | { readonly do: 'all' }
  | { readonly do: 'clear' };

export function isSelected(selection: Selection, id: number): boolean {
  return selection.kind === 'all' || selection.ids.has(id);
}

/** How much of a page is chosen. */
export function pageState(selection: Selection, page: readonly number[]): 'none' | 'some' | 'all' {
  const chosen = page.filter((id) => isSelected(selection, id)).length;
  if (chosen === 0) return 'none';
  return chosen === page.length ? 'all' : 'some';
}

/**
 * The selection after a change. When everything that matches is chosen and one row is taken out, the others of
 * its page stay: a question can name what it wants, not all but one.
 *
 * @returns null when more would be chosen by hand than a question may name
 */
export function changeSelection(selection: Selection, change: SelectionChange): Selection | null {
  if (change.do === 'all') return { kind: 'all' };
  if (change.do === 'clear') return NOTHING_SELECTED;
  const ids = new Set(selection.kind === 'all' ? pageOf(change) : selection.ids);
  const anchor = selection.kind === 'all' ? null : selection.anchor;
  const next = apply(ids, anchor, change);
  return ids.size > MAX_IDS ? null : { kind: 'picked', ids, anchor: next };
}

type HandChange = Exclude<SelectionChange, { readonly do: 'all' | 'clear' }>;

function pageOf(change: HandChange): readonly number[] {
  return change.do === 'add' ? change.ids : change.page;
}

/** Changes the set, and tells from where the next range begins. */
function apply(ids: Set<number>, anchor: number | null, change: HandChange): number | null {
  switch (change.do) {
    case 'add':
      put(ids, change.ids, true);
      return change.ids.at(-1) ?? anchor;
    case 'page':
      put(ids, change.page, !change.page.every((id) => ids.has(id)));
      return null;
    case 'toggle':
      put(ids, [change.id], !ids.has(change.id));
      return change.id;
    case 'range':
      put(ids, between(change.page, anchor, change.id), !ids.has(change.id));
      return change.id;
  }
}

function put(ids: Set<number>, some: readonly number[], chosen: boolean): void {
  for (const id of some) {
    if (chosen) ids.add(id);
    else ids.delete(id);
  }
}

/** The rows from one to another, both included; the second alone when the first is not on this page. */
function between(page: readonly number[], from: number | null, to: number): readonly number[] {
  const start = from === null ? -1 : page.indexOf(from);
  const end = page.indexOf(to);
  if (start < 0 || end < 0) return [to];
  return page.slice(Math.min(start, end), Math.max(start, end) + 1);
}
