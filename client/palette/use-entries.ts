import { useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { COMMAND_GROUPS, keyCaps } from '../commands/command.ts';
import { useAllCommands } from '../commands/registry.ts';
import { viewHref } from '../views/saved-view.ts';
import { useStartView } from '../views/use-views.ts';
import { useListState, useShownList, useWorkspaceInfo } from '../workspace/workspace-context.ts';
import { filterEntries } from './filter-entries.ts';
import { indexEntries } from './find-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Everything there is to choose from; filters are so many that they are offered once something is typed. */
export function useEntries() {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const { workspaces } = useWorkspaceInfo();
  const commands = useAllCommands();
  const startView = useStartView();
  const facets = list?.facets ?? null;

  const ready: readonly PaletteEntry[] = useMemo(
    () => [
      ...COMMAND_GROUPS.flatMap((group) =>
        commands
          .filter((command) => command.group === group && command.id !== 'palette')
          .map(({ id, label, keys, run }) => ({
            id,
            group,
            label,
            ...(keys !== null && { caps: keyCaps(keys) }),
            run,
          })),
      ),
      ...workspaces.workspaces
        .filter(({ id }) => id !== listState.workspace)
        .map(({ id, name }) => ({
          id: `workspace-${id}`,
          group: 'Workspaces',
          label: `Workspace: ${name}`,
          run: () => navigate(viewHref(startView(id), id, { screen: listState.screen })),
        })),
    ],
    [commands, workspaces, startView, listState.workspace, listState.screen],
  );

  const filters = useMemo(
    () => filterEntries(listState.query, facets, !isStale, listState.updateQuery),
    [listState, facets, isStale],
  );

  return useMemo(
    () => ({ untyped: indexEntries(ready, labelOf), typed: indexEntries([...ready, ...filters], labelOf) }),
    [ready, filters],
  );
}

function labelOf({ label }: PaletteEntry): string {
  return label;
}
