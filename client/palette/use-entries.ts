import { useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { COMMAND_GROUPS, keyCaps } from '../commands/command.ts';
import { useAllCommands } from '../commands/registry.ts';
import { useDesk } from '../desk/desk-context.ts';
import { addressOf } from '../views/named-view.ts';
import { startView } from '../views/use-views.ts';
import type { Entry } from './entry.ts';
import { filterEntries } from './filter-entries.ts';
import { indexEntries } from './find-entries.ts';

/** Everything there is to choose from; filters are so many that they are offered once something is typed. */
export function useEntries() {
  const { view, list, turning, workspaces } = useDesk();
  const commands = useAllCommands();
  const facets = list?.facets ?? null;

  const ready: readonly Entry[] = useMemo(
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
        .filter(({ id }) => id !== view.workspace)
        .map(({ id, name }) => ({
          id: `workspace-${id}`,
          group: 'Workspaces',
          label: `Workspace: ${name}`,
          run: () => navigate(addressOf(startView(id), id, { screen: view.screen })),
        })),
    ],
    [commands, workspaces, view.workspace, view.screen],
  );

  const filters = useMemo(
    () => filterEntries(view.query, facets, !turning, view.ask),
    [view, facets, turning],
  );

  return useMemo(
    () => ({ untyped: indexEntries(ready), typed: indexEntries([...ready, ...filters]) }),
    [ready, filters],
  );
}
