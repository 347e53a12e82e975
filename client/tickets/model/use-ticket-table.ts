import { useMemo } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { useColumns } from '../columns/use-columns.ts';
import { toRowSelection } from '../selection/selection.ts';
import { useSelection } from '../selection/use-selection.ts';
import { type TicketTableModel, useTableModel } from './table-model.ts';

/**
 * The table of a page's tickets: its columns are the address's, its selected rows the selection's.
 *
 * @param tickets the same list until it changes
 */
export function useTicketTable(tickets: readonly Ticket[]): TicketTableModel {
  const { terms, setColumns } = useColumns();
  const { selection, change } = useSelection();
  const page = useMemo(() => tickets.map(({ id }) => id), [tickets]);
  return useTableModel({
    tickets,
    terms,
    onColumnsChange: setColumns,
    rowSelection: useMemo(() => toRowSelection(selection, page), [selection, page]),
    onRowSelectionChange: (update) => change({ do: 'rows', update, page }),
  });
}
