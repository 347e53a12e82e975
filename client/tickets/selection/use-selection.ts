import { createContext, use, useCallback, useEffect, useMemo, useReducer } from 'react';
import { DEFAULT_QUERY, encodeQuery, type TicketQuery } from '../../../contract/index.ts';
import { beforeReload } from '../../ui/reload-page.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { changeSelection, NOTHING_SELECTED, type Selection, type SelectionChange } from './selection.ts';
import { storeSelection, takeStoredSelection } from './stored-selection.ts';

/** A notice about the selection for the reader. */
type SelectionNotice = 'full' | 'cleared' | null;

export interface SelectionOfList {
  readonly selection: Selection;
  /** Number of selected tickets. */
  readonly count: number;
  readonly notice: SelectionNotice;
  readonly change: (change: SelectionChange) => void;
}

interface State {
  /** The filters that the selection belongs to. */
  readonly filters: string;
  readonly selection: Selection;
  readonly notice: SelectionNotice;
}

type Action = SelectionChange | { readonly do: 'filter'; readonly filters: string };

function reduce(state: State, action: Action): State {
  if (action.do === 'filter') {
    const had = countOf(state.selection, 1) > 0;
    return { filters: action.filters, selection: NOTHING_SELECTED, notice: had ? 'cleared' : null };
  }
  const selection = changeSelection(state.selection, action);
  return selection === null ? { ...state, notice: 'full' } : { ...state, selection, notice: null };
}

/** Selection in the list: it stays over pages and orders, and ends when the list's filters change. */
export function useSelectionState(): SelectionOfList {
  const listState = useListState();
  const { list } = useShownList();
  const filters = filtersOf(listState.apiQuery);
  const [state, dispatch] = useReducer(reduce, filters, begin);
  if (state.filters !== filters) dispatch({ do: 'filter', filters });
  const change = useCallback((action: SelectionChange) => dispatch(action), []);
  const { selection, notice } = state;
  useEffect(() => beforeReload(() => storeSelection(filters, selection)), [filters, selection]);
  const count = countOf(selection, list?.page.total ?? 0);
  return useMemo(() => ({ selection, count, notice, change }), [selection, count, notice, change]);
}

/** Nothing is selected at first, unless the page was loaded anew for the reader's sake. */
function begin(filters: string): State {
  return { filters, selection: takeStoredSelection(filters) ?? NOTHING_SELECTED, notice: null };
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
