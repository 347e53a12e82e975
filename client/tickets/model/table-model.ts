import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type Header,
  type ReactTable,
  type Row,
  type RowSelectionState,
  rowSelectionFeature,
  type Column as TableColumn,
  type TableState,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import {
  COLUMN_WIDTHS,
  COLUMNS,
  type Column,
  type ColumnTerm,
  type Ticket,
} from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { type ColumnState, columnHandlers, FIXED_COLUMN, toColumnState } from '../columns/column-state.ts';

/** The server filters, sorts and pages: the table does the columns and which rows are selected. */
const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSelectionFeature,
});

type Features = typeof features;

export type TicketTableModel = ReactTable<Features, Ticket>;
export type TicketTableRow = Row<Features, Ticket>;
export type TicketTableColumn = TableColumn<Features, Ticket>;
export type TicketTableHeader = Header<Features, Ticket, unknown>;

const helper = createColumnHelper<Features, Ticket>();

/** All of them: which are shown, where and how wide, is state. */
const columns = helper.columns(
  COLUMNS.map((id) =>
    helper.display({
      id,
      header: fieldTitle(id),
      enableHiding: id !== FIXED_COLUMN,
      minSize: COLUMN_WIDTHS.min,
      maxSize: COLUMN_WIDTHS.max,
    }),
  ),
);

interface ModelOptions {
  /** The page; the same list until it changes. */
  readonly tickets: readonly Ticket[];
  /** The columns as the address has them; the same list until they change. */
  readonly terms: readonly ColumnTerm[];
  readonly onColumnsChange: (terms: readonly ColumnTerm[]) => void;
  readonly rowSelection: RowSelectionState;
  readonly onRowSelectionChange: (update: Updater<RowSelectionState>) => void;
}

/** The table's model under controlled state: which columns it has where, and which rows are selected, is told and asked. */
export function useTableModel(options: ModelOptions): TicketTableModel {
  const { tickets, terms, onColumnsChange, rowSelection, onRowSelectionChange } = options;
  const columnState = useMemo(() => toColumnState(terms), [terms]);
  const handlers = columnHandlers(terms, onColumnsChange);
  const table: TicketTableModel = useTable({
    features,
    columns,
    data: tickets as Ticket[],
    getRowId,
    state: { ...columnState, rowSelection },
    columnResizeDirection: document.dir === 'rtl' ? 'rtl' : 'ltr',
    ...handlers,
    onColumnSizingChange: (updater) => {
      // The library gives a column the width that it has when its edge is only pressed.
      if (table.atoms.columnResizing.get().deltaOffset !== 0) handlers.onColumnSizingChange(updater);
    },
    onRowSelectionChange,
    // A range begins where keys or the pointer have selected last, which the library keeps to itself.
    enableRowRangeSelection: false,
  });
  return table;
}

function getRowId({ id }: Ticket): string {
  return String(id);
}

/** The column of ours that the library's stands for. */
export function columnOf({ id }: { readonly id: string }): Column {
  return id as Column;
}

/** A column on screen. */
export interface VisibleColumn {
  readonly column: Column;
  readonly isPinned: boolean;
  /** Whether it is the last of the pinned ones. */
  readonly isEdge: boolean;
}

/** The visible columns in their order; the same list until one of them changes. */
export function useVisibleColumns(table: TicketTableModel): readonly VisibleColumn[] {
  const visible = table.getVisibleLeafColumns();
  const { start } = table.state.columnPinning;
  return useMemo(
    () =>
      visible.map((column) => ({
        column: columnOf(column),
        isPinned: start.includes(column.id),
        isEdge: start.at(-1) === column.id,
      })),
    [visible, start],
  );
}

/** The columns' state as it is seen: with the width that an edge is being moved to. */
export function columnStateInSight({ columnResizing, ...state }: TableState<Features>): ColumnState {
  const { isResizingColumn: column, startSize, deltaOffset } = columnResizing;
  if (column === false || startSize === null || !deltaOffset) return state;
  return { ...state, columnSizing: { ...state.columnSizing, [column]: startSize + deltaOffset } };
}
