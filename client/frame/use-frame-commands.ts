import { useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { ACCESS_PAGES, accessPath, offeredPages } from '../account/access-pages.ts';
import { useMe } from '../account/me-context.ts';
import { formatAddress } from '../address/address.ts';
import { SCREEN_NAMES, SCREENS } from '../address/screens.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';

/** Actions of the frame that have a key. */
export interface FrameActions {
  readonly search: () => void;
  readonly filterMenu: () => void;
  readonly filters: () => void;
  readonly palette: () => void;
  readonly settings: () => void;
  readonly help: () => void;
}

/** Registers the commands of the frame around all screens. */
export function useFrameCommands(listState: ListState, actions: FrameActions): void {
  const { search, filterMenu, filters, palette, settings, help } = actions;
  const own: readonly Command[] = useMemo(
    () => [
      { id: 'search', group: 'List', label: 'Search', keys: '/', run: search },
      { id: 'newest', group: 'List', label: 'Show newer data', keys: '.', run: listState.showNewest },
      { id: 'filter-menu', group: 'List', label: 'Add a filter', keys: 'f', run: filterMenu },
      { id: 'filters', group: 'Show', label: 'Filter panel', keys: 'F', run: filters },
      { id: 'palette', group: 'Show', label: 'Commands', keys: 'mod+k', run: palette },
      { id: 'settings', group: 'Settings', label: 'Settings', keys: ',', run: settings },
      { id: 'help', group: 'Show', label: 'All keys and marks', keys: '?', run: help },
    ],
    [listState, search, filterMenu, filters, palette, settings, help],
  );
  const screens: readonly Command[] = useMemo(
    () =>
      SCREEN_NAMES.map((screen) => ({
        id: `screen-${screen}`,
        group: 'Go to',
        label: SCREENS[screen].title,
        keys: SCREENS[screen].keys,
        run: () =>
          navigate(formatAddress(listState.workspace, listState.query, { screen }), { state: history.state }),
      })),
    [listState],
  );
  const me = useMe();
  const pages: readonly Command[] = useMemo(
    () =>
      offeredPages(me).map((page) => ({
        id: `access-${page}`,
        group: 'Go to',
        label: ACCESS_PAGES[page],
        keys: null,
        run: () => navigate(accessPath(page)),
      })),
    [me],
  );
  useCommands(own);
  useCommands(screens);
  useCommands(pages);
}
