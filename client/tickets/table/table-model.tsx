import { type Cell, createColumnHelper, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import type { Column, ColumnTerm, Ticket } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { CELLS, type CellContext } from './cells.tsx';

/** The server sorts, filters and pages, and the address arranges the columns: no optional feature is needed. */
const features = tableFeatures({});

const helper = createColumnHelper<typeof features, Ticket>();

export type TicketTableRow = Row<typeof features, Ticket>;

/**
 * The model of a page's table: these columns in this order, and a row a ticket.
 *
 * @param context what the cells depend on besides their tickets; the same object until it changes, as `terms` is
 */
export function useTicketTable(
  tickets: readonly Ticket[],
  terms: readonly ColumnTerm[],
  context: CellContext,
) {
  const columns = useMemo(
    () => helper.columns(terms.map(({ column }) => defineColumn(column, context))),
    [terms, context],
  );
  return useTable({ features, columns, data: tickets as Ticket[], getRowId });
}

/** The first column's cell is the way to the ticket, which depends on the row; see `TicketRow`. */
function defineColumn(id: Column, context: CellContext) {
  const header = fieldTitle(id);
  return helper.display({
    id,
    header,
    cell: ({ row }) => (id === 'id' ? row.id : CELLS[id](row.original, context)),
  });
}

/** What stands in a cell. The cells are plain functions: as components, 200 rows of them would be 3,000 more. */
export function renderCell(cell: Cell<typeof features, Ticket>): ReactNode {
  const { cell: make } = cell.column.columnDef;
  return typeof make === 'function' ? make(cell.getContext()) : make;
}

function getRowId({ id }: Ticket): string {
  return String(id);
}
