import { createContext, use, useCallback, useEffect, useMemo, useReducer } from 'react';
import { DEFAULT_QUERY, encodeQuery, type TicketQuery } from '../../../contract/index.ts';
import { beforeReload } from '../../ui/reload-page.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { changeSelection, NOTHING_SELECTED, type Selection, type SelectionChange } from './selection.ts';
import { storeSelection, takeStoredSelection } from './stored-selection.ts';

/** A selection that ended with its list's filters, and comes back with them. */
interface EndedSelection {
  /** The filters as a key, and the query that had them. */
  readonly filters: string;
  readonly query: TicketQuery;
  readonly selection: Selection;
}

export interface SelectionOfList {
  readonly selection: Selection;
  /** Number of selected tickets. */
  readonly count: number;
  /** Whether the last change was refused, as no more can be selected one by one. */
  readonly isFull: boolean;
  /** The selection that the last change of the filters has ended; null for none, or after a new one. */
  readonly ended: EndedSelection | null;
  readonly change: (change: SelectionChange) => void;
}

/** The selection with the filters that it belongs to. */
interface State extends EndedSelection {
  readonly isFull: boolean;
  readonly ended: EndedSelection | null;
}

type Action =
  | SelectionChange
  | { readonly do: 'filter'; readonly filters: string; readonly query: TicketQuery };

function reduce(state: State, action: Action): State {
  if (action.do === 'filter') return withOtherFilters(state, action);
  const selection = changeSelection(state.selection, action);
  return selection === null
    ? { ...state, isFull: true }
    : { ...state, selection, isFull: false, ended: null };
}

function withOtherFilters(
  { filters, query, selection, ended }: State,
  next: Pick<State, 'filters' | 'query'>,
): State {
  const own = countOf(selection, 1) > 0 ? { filters, query, selection } : ended;
  const isBack = own?.filters === next.filters;
  return {
    filters: next.filters,
    query: next.query,
    selection: isBack ? own.selection : NOTHING_SELECTED,
    isFull: false,
    ended: isBack ? null : own,
  };
}

/** Selection in the list: it stays over pages and orders, ends when the list's filters change, and is back with them. */
export function useSelectionState(): SelectionOfList {
  const listState = useListState();
  const { list } = useShownList();
  const filters = filtersOf(listState.apiQuery);
  const { query } = listState;
  const [state, dispatch] = useReducer(reduce, { filters, query }, begin);
  if (state.filters !== filters) dispatch({ do: 'filter', filters, query });
  const change = useCallback((action: SelectionChange) => dispatch(action), []);
  const { selection, isFull, ended } = state;
  useEffect(() => beforeReload(() => storeSelection(filters, selection)), [filters, selection]);
  const count = countOf(selection, list?.page.total ?? 0);
  return useMemo(
    () => ({ selection, count, isFull, ended, change }),
    [selection, count, isFull, ended, change],
  );
}

/** Nothing is selected at first, unless the page was loaded anew for the reader's sake. */
function begin({ filters, query }: Pick<State, 'filters' | 'query'>): State {
  const selection = takeStoredSelection(filters) ?? NOTHING_SELECTED;
  return { filters, query, selection, isFull: false, ended: null };
}

function countOf(selection: Selection, total: number): number {
  return selection.kind === 'all' ? total : selection.ids.size;
}

/** Filters of a list as a key: all that decides which tickets it has, without page, order and columns. */
function filtersOf(query: TicketQuery): string {
  const { page, perPage, sort, columns, at, since } = DEFAULT_QUERY;
  return JSON.stringify(encodeQuery({ ...query, page, perPage, sort, columns, at, since }));
}

const SelectionContext = createContext<SelectionOfList | null>(null);

export const SelectionProvider = SelectionContext.Provider;

/** @throws Error outside of a list. */
export function useSelection(): SelectionOfList {
  const selection = use(SelectionContext);
  if (selection === null) throw new Error('useSelection needs a SelectionProvider above it.');
  return selection;
}
