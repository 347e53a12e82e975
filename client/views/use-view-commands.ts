import { useMemo } from 'react';
import type { ListState } from '../address/use-address-list-state.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { READY_VIEWS } from './ready-views.ts';
import type { SavedView } from './saved-view.ts';
import { showView } from './use-active-view.ts';
import { useViews } from './use-views.ts';

/** Offers each view as a command that opens its list from any screen. */
export function useViewCommands(view: ListState): void {
  const { all } = useViews(view.workspace);
  const commands: readonly Command[] = useMemo(
    () =>
      all.map((named) => ({
        id: `view-${named.id}`,
        group: 'Go to',
        label: named.name,
        keys: keysOf(named, all),
        run: () => showView(view, named, 'tickets'),
      })),
    [view, all],
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
