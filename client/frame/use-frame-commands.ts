import { useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { formatAddress, type Screen } from '../address/address.ts';
import type { ListState } from '../address/use-list-state.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { changeSettings, currentSettings } from '../settings/settings.ts';
import { SCREEN_TITLES } from './screen-titles.ts';

interface FrameActions {
  readonly search: () => void;
  readonly filters: () => void;
  readonly palette: () => void;
  readonly settings: () => void;
  readonly help: () => void;
}

/** Offers what the frame around all screens can do. */
export function useFrameCommands(view: ListState, actions: FrameActions): void {
  const { search, filters, palette, settings, help } = actions;
  const own: readonly Command[] = useMemo(
    () => [
      { id: 'search', group: 'List', label: 'Search', keys: '/', run: search },
      { id: 'newest', group: 'List', label: 'Show newer data', keys: '.', run: view.showNewest },
      { id: 'filters', group: 'Show', label: 'Filters', keys: 'f', run: filters },
      { id: 'palette', group: 'Show', label: 'Commands', keys: 'mod+k', run: palette },
      { id: 'mask', group: 'Show', label: 'Hide or show customers’ names', keys: 'm', run: toggleMask },
      { id: 'settings', group: 'Settings', label: 'Settings', keys: ',', run: settings },
      { id: 'help', group: 'Show', label: 'All keys and marks', keys: '?', run: help },
    ],
    [view, search, filters, palette, settings, help],
  );
  const screens: readonly Command[] = useMemo(
    () =>
      SCREEN_KEYS.map(({ screen, keys }) => ({
        id: `screen-${screen}`,
        group: 'Go to',
        label: SCREEN_TITLES[screen],
        keys,
        run: () => navigate(formatAddress(view.workspace, view.query, { screen }), { state: history.state }),
      })),
    [view],
  );
  useCommands(own);
  useCommands(screens);
}

function toggleMask(): void {
  changeSettings({ masked: !currentSettings().masked });
}

const SCREEN_KEYS: readonly { readonly screen: Screen; readonly keys: string }[] = [
  { screen: 'tickets', keys: 'g l' },
  { screen: 'people', keys: 'g p' },
  { screen: 'movement', keys: 'g m' },
  { screen: 'triage', keys: 'g r' },
];
