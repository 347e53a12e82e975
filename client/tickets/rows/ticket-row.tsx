import { memo } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { classes } from '../../ui/classes.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { ActiveCell } from '../cells/active-cell.ts';
import { FILTERING } from '../cells/cell-filter.ts';
import { CELLS, type CellContext } from '../cells/cells.tsx';
import { RowFilters } from '../cells/row-filters.tsx';
import { COLUMN_STYLES } from '../columns/column-styles.ts';
import type { TicketTableRow, VisibleColumn } from '../model/table-model.ts';
import type { RowMark } from './row-mark.ts';
import { SelectBox } from './select-box.tsx';
import { TicketLink } from './ticket-link.tsx';
import styles from './ticket-row.module.css';

/** They come out under a pointer or the focus, and are fetched when the list is there. */
const CellTools = lazyPart(() => import('../cells/cell-tools.tsx').then((it) => it.CellTools), {
  name: 'Filtering by this cell',
  place: 'small',
});

interface TicketRowProps {
  readonly row: TicketTableRow;
  readonly columns: readonly VisibleColumn[];
  readonly context: CellContext;
  readonly href: string;
  readonly mark: RowMark;
  /** Whether it is selected. */
  readonly selected: boolean;
  /** Whether it is open beside the list. */
  readonly open: boolean;
  /** Whether it has a button for what its cells do to the list under a pointer. */
  readonly hasFilters: boolean;
  /** Whether the Tab key leads to this row of all. */
  readonly isStop: boolean;
  /** The cell of this row that has its tools out; null for none. */
  readonly active: ActiveCell | null;
  /** Selects all up to the ticket. Always the same function. */
  readonly onRange: (id: number) => void;
}

function Row({
  row,
  columns,
  context,
  href,
  mark,
  selected,
  open,
  hasFilters,
  isStop,
  active,
  onRange,
}: TicketRowProps) {
  const ticket = row.original;
  const printsDescription = context.whole === true && columns.some(({ column }) => column === 'description');
  return (
    <>
      <tr
        role="row"
        className={classes(styles.row, ticket.isOverdue && styles.late)}
        data-listed={ticket.id}
        data-selected={open}
        data-chosen={selected}
      >
        <td role="cell" className={classes(styles.cell, styles.select)} data-column="select">
          <SelectBox row={row} selected={selected} onRange={onRange} />
          {hasFilters && <RowFilters ticket={ticket} />}
        </td>
        {columns.map(({ column, isPinned, isEdge }) => {
          const tools = active?.column === column && FILTERING.has(column);
          return (
            <td
              key={column}
              role="cell"
              className={classes(
                styles.cell,
                isPinned && styles.pinned,
                isEdge && styles.edge,
                FILTERING.has(column) && styles.filtering,
              )}
              data-column={column}
              data-align={COLUMN_STYLES[column].align}
              style={isPinned ? { insetInlineStart: `var(--at-${column})` } : undefined}
            >
              {column === 'id' ? (
                <TicketLink id={ticket.id} href={href} mark={mark} isStop={isStop} />
              ) : (
                CELLS[column](ticket, context)
              )}
              {tools && <CellTools ticket={ticket} column={column} focused={active.focused} />}
            </td>
          );
        })}
      </tr>
      {printsDescription && <PrintedDescription ticket={ticket} context={context} columns={columns.length} />}
    </>
  );
}

interface PrintedDescriptionProps {
  readonly ticket: Ticket;
  readonly context: CellContext;
  readonly columns: number;
}

/** The description on paper, in a line of its own below the others: in a column it would be a word wide. */
function PrintedDescription({ ticket, context, columns }: PrintedDescriptionProps) {
  return (
    <tr role="row" className={styles.words}>
      <td role="cell" className={styles.cell} colSpan={columns}>
        {CELLS.description(ticket, context)}
      </td>
    </tr>
  );
}

/**
 * One ticket. Drawn again only when something of it changes: pages of 200 must turn at once. The table makes new rows
 * for every page, so it is the tickets in them that are compared.
 */
export const TicketRow = memo(
  Row,
  ({ row: before, ...was }, { row: after, ...is }) =>
    before.original === after.original &&
    (Object.keys(is) as (keyof typeof is)[]).every((key) => was[key] === is[key]),
);
