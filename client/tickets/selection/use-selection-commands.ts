import type { RowSelectionState } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/registry.ts';
import { useOpenTicket, useShownList } from '../../workspace/workspace-context.ts';
import { ticketIdOf } from '../rows/open-ticket.ts';
import { stepTicket } from '../ticket-steps.ts';
import type { SelectionOfList } from './use-selection.ts';

/** Choosing tickets by keys: the focused one, else the open one. */
export function useSelectionCommands({ change }: SelectionOfList): void {
  const open = useOpenTicket();
  const { list } = useShownList();
  const tickets = list?.tickets;
  const commands: readonly Command[] = useMemo(() => {
    const page = tickets?.map(({ id }) => id) ?? [];
    const current = () => ticketIdOf(document.activeElement) ?? open;
    const extend = (step: 1 | -1) => {
      const from = current();
      stepTicket(step);
      // With a ticket open it is that one which goes on, and not the focus.
      const at = from === null ? -1 : page.indexOf(from);
      const to = at < 0 ? ticketIdOf(document.activeElement) : page[at + step];
      change({ do: 'add', ids: [from, to].filter((id) => id !== null && id !== undefined) });
    };
    return [
      {
        id: 'select',
        group: 'List',
        label: 'Select / deselect',
        keys: 'x',
        run: () => {
          const id = current();
          if (id !== null) change({ do: 'rows', update: (rows) => toggled(rows, id), page });
        },
      },
      {
        id: 'select-next',
        group: 'List',
        label: 'Select down to the next ticket',
        keys: 'J',
        run: () => extend(1),
      },
      {
        id: 'select-previous',
        group: 'List',
        label: 'Select up to the previous ticket',
        keys: 'K',
        run: () => extend(-1),
      },
      {
        id: 'select-page',
        group: 'List',
        label: 'Select this page',
        keys: null,
        run: () => change({ do: 'add', ids: page }),
      },
      {
        id: 'select-all',
        group: 'List',
        label: 'Select all that match',
        keys: null,
        run: () => change({ do: 'all' }),
      },
      {
        id: 'select-none',
        group: 'List',
        label: 'Clear the selection',
        keys: 'X',
        run: () => change({ do: 'clear' }),
      },
    ];
  }, [tickets, open, change]);
  useCommands(commands);
}

function toggled(rows: RowSelectionState, id: number): RowSelectionState {
  const { [id]: wasSelected, ...others } = rows;
  return wasSelected ? others : { ...others, [id]: true };
}
