import { useMemo } from 'react';
import type { ListState } from '../address/use-address-list-state.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { READY_VIEWS } from './ready-views.ts';
import type { SavedView } from './saved-view.ts';
import { showView } from './use-active-view.ts';
import { useViews } from './use-views.ts';

/** Offers each view as a command that opens its list from any screen. */
export function useViewCommands(listState: ListState): void {
  const { all } = useViews(listState.workspace);
  const commands: readonly Command[] = useMemo(
    () =>
      all.map((view) => ({
        id: `view-${view.id}`,
        group: 'Go to',
        label: view.name,
        keys: keysOf(view, all),
        run: () => showView(listState, view, 'tickets'),
      })),
    [listState, all],
  );
  useCommands(commands);
}

/** The keys that show a view: a ready one's letter, the number of an own one up to nine. Null beyond. */
export function keysOf(view: SavedView, views: readonly SavedView[]): string | null {
  const ready = READY_VIEWS.find(({ id }) => id === view.id);
  if (ready !== undefined) return `g ${ready.letter}`;
  const place = views.filter(({ own }) => own).findIndex(({ id }) => id === view.id) + 1;
  return place > 0 && place < 10 ? `g ${place}` : null;
}
