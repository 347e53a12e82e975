import { useTable } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { useDesk } from '../../desk/desk-context.ts';
import { classes } from '../../ui/classes.ts';
import { COLUMN_LOOKS, columns, features } from './columns.tsx';
import { HeaderCell } from './header-cell.tsx';
import styles from './table.module.css';

const rowId = (ticket: Ticket) => String(ticket.id);

/** The page of tickets as a table; a click on a row opens its ticket. */
export function TicketTable({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { view, turning } = useDesk();
  const table = useTable({ features, columns, data: tickets as Ticket[], getRowId: rowId });

  const openRow = (event: MouseEvent, ticket: Ticket) => {
    // Marking text to copy it is not a wish to open.
    if (event.button === 0 && getSelection()?.isCollapsed !== false) view.open(ticket.id);
  };

  return (
    <table className={styles.table} aria-label="Tickets" aria-busy={turning}>
      <colgroup>
        {table.getAllLeafColumns().map(({ id }) => (
          <col key={id} style={{ width: COLUMN_LOOKS[id]?.width }} />
        ))}
      </colgroup>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <HeaderCell key={header.id} id={header.id} sort={COLUMN_LOOKS[header.id]?.sort ?? null}>
                <table.FlexRender header={header} />
              </HeaderCell>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          // The row's link is the control; the row itself is only a larger target for the mouse.
          <tr
            key={row.id}
            className={classes(styles.row, row.original.isOverdue && styles.late)}
            data-selected={row.original.id === view.ticket}
            onClick={(event) => openRow(event, row.original)}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={styles.cell} data-column={cell.column.id}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
