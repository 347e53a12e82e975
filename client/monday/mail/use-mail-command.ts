import { useMemo } from 'react';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/registry.ts';

/** Registers the schedule of the mails among the commands. @param open null where none are sent */
export function useMailCommand(open: (() => void) | null): void {
  const commands = useMemo(
    (): readonly Command[] =>
      open === null
        ? []
        : [
            {
              id: 'monday-mail',
              group: 'List',
              label: 'Send the Monday page by mail',
              keys: null,
              run: open,
            },
          ],
    [open],
  );
  useCommands(commands);
}
