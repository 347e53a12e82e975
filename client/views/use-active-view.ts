import { navigate } from 'wouter/use-browser-location';
import type { TicketQuery } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import { storeEntry } from '../address/history-entry.ts';
import { publicAddress } from '../address/public-address.ts';
import { type Screen, screenParams } from '../address/screens.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import { useSettings } from '../settings/settings.ts';
import { useListState } from '../workspace/workspace-context.ts';
import { findView, hasFilters, searchToSave, type ViewInUse, withColumns } from './find-view.ts';
import { decodeView, type SavedView, viewHref } from './saved-view.ts';
import { useViews, type Views } from './use-views.ts';

/** The view on screen as one of those that have a name. */
export interface ActiveView {
  readonly views: Views;
  /** Null while what is on screen is no view's. */
  readonly inUse: ViewInUse | null;
  /** The name of what is on screen. */
  readonly name: string;
  /** Whether there is anything that a new view could keep. */
  readonly savable: boolean;
  /** The search that a view would save: filters, order, and columns wherever they come from. */
  readonly search: string;
  /** The whole address of it, for somebody else. */
  readonly link: string;
}

export function useActiveView(): ActiveView {
  const listState = useListState();
  const views = useViews(listState.workspace);
  const { columns } = useSettings();
  const inUse = findView(views.all, listState.query, listState.activeViewId, columns);
  const filtered = hasFilters(listState.query);
  return {
    views,
    inUse,
    name: inUse?.view.name ?? (filtered ? 'Some tickets' : 'All tickets'),
    savable: inUse === null || inUse.changed,
    search: searchToSave(listState.query, columns),
    link: linkTo(listState, columns),
  };
}

/** Shows a view, with as many rows a page as now. */
export function showView(listState: ListState, view: SavedView, screen: Screen = listState.screen): void {
  const query = decodeView(view);
  // What is left once its errors are ignored is a change of this view, which can be saved.
  if (query === null) {
    navigate(viewHref(view, listState.workspace, { screen }), {
      state: storeEntry({ activeViewId: view.id }),
    });
  } else
    listState.updateQuery({ ...query, perPage: listState.query.perPage }, { screen, activeViewId: view.id });
}

/** A link means the same to whoever follows it: it begins at the first page and names the columns. */
function linkTo({ workspace, query, screen }: ListState, columns: TicketQuery['columns']): string {
  const params = screenParams(screen, location.search);
  const address = formatAddress(workspace, { ...withColumns(query, columns), page: 1 }, { screen, params });
  return publicAddress(address);
}
