import { functionalUpdate, type RowSelectionState, type Updater } from '@tanstack/react-table';
import { MAX_IDS } from '../../../contract/index.ts';

/** The selected tickets: by hand, or everything that the list's filters match. */
export type Selection =
  | {
      readonly kind: 'picked';
      readonly ids: ReadonlySet<number>;
      /** The last one selected: a range begins there. */
      readonly anchor: number | null;
    }
  | { readonly kind: 'all' };

export const NOTHING_SELECTED: Selection = { kind: 'picked', ids: new Set(), anchor: null };

/** A change of the selection. `page` has the ids of the page on screen, in its order. */
export type SelectionChange =
  /** A change made by the table: of everything that matches, the rest of the page stays. */
  | { readonly do: 'rows'; readonly update: Updater<RowSelectionState>; readonly page: readonly number[] }
  /** Gives every row from the last selected one to this one the state that this one's box gets. */
  | { readonly do: 'range'; readonly id: number; readonly page: readonly number[] }
  | { readonly do: 'add'; readonly ids: readonly number[] }
  | { readonly do: 'all' }
  | { readonly do: 'clear' };

export function isSelected(selection: Selection, id: number): boolean {
  return selection.kind === 'all' || selection.ids.has(id);
}

/** The selection as the table has it, by the rows' ids; of everything that matches, what is on the page. */
export function toRowSelection(selection: Selection, page: readonly number[]): RowSelectionState {
  const ids = selection.kind === 'all' ? page : [...selection.ids];
  return Object.fromEntries(ids.map((id) => [String(id), true] as const));
}

/**
 * The selection after a change. When everything that matches is selected and one row is taken out, the rest of
 * its page stay: a query can name the tickets it wants, not all but one.
 *
 * @returns null when more would be selected by hand than a query may name
 */
export function changeSelection(selection: Selection, change: SelectionChange): Selection | null {
  if (change.do === 'all') return { kind: 'all' };
  if (change.do === 'clear') return NOTHING_SELECTED;
  if (change.do === 'rows') return updateRows(selection, change);
  const ids = new Set(selection.kind === 'picked' ? selection.ids : change.do === 'range' ? change.page : []);
  const anchor = selection.kind === 'all' ? null : selection.anchor;
  if (change.do === 'add') put(ids, change.ids, true);
  else put(ids, between(change.page, anchor, change.id), !ids.has(change.id));
  const last = change.do === 'add' ? change.ids.at(-1) : change.id;
  return pick(ids, last ?? anchor);
}

/** A range begins at a row that was changed alone, and nowhere after several. */
function updateRows(
  selection: Selection,
  { update, page }: Extract<SelectionChange, { readonly do: 'rows' }>,
): Selection | null {
  const before = toRowSelection(selection, page);
  const after = functionalUpdate(update, before);
  const changed = Object.keys({ ...before, ...after }).filter((id) => before[id] !== after[id]);
  return pick(new Set(Object.keys(after).map(Number)), changed.length === 1 ? Number(changed[0]) : null);
}

function pick(ids: ReadonlySet<number>, anchor: number | null): Selection | null {
  return ids.size > MAX_IDS ? null : { kind: 'picked', ids, anchor };
}

function put(ids: Set<number>, some: readonly number[], selected: boolean): void {
  for (const id of some) {
    if (selected) ids.add(id);
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
