import { type ReactNode, useId } from 'react';
import type { AnsweredList } from '../../api/tickets.ts';
import { classes } from '../../ui/classes.ts';
import styles from '../groups/group-head.module.css';
import { GroupTitle } from '../groups/group-title.tsx';
import type { PageGroup } from '../groups/ticket-groups.ts';
import type { TicketTableModel } from '../model/table-model.ts';
import { SelectGroupBox } from '../rows/select-box.tsx';

interface GroupRowsProps {
  readonly list: AnsweredList;
  readonly table: TicketTableModel;
  readonly group: PageGroup;
  /** Its place among the groups of the page, from 0. */
  readonly place: number;
  /** Number of columns on screen. */
  readonly columns: number;
  /** Whether the Tab key leads to its head. */
  readonly isStop: boolean;
  /** Its rows. */
  readonly children: ReactNode;
}

/** A group's part of the table: a head that stays in sight over its rows. */
export function GroupRows({ list, table, group, place, columns, isStop, children }: GroupRowsProps) {
  const title = useId();
  return (
    <tbody role="rowgroup" aria-labelledby={title} className={classes(group.isOverdue && styles.allOverdue)}>
      <tr
        role="row"
        className={classes(styles.head, styles.line, group.isOverdue && styles.late)}
        data-group={place}
      >
        <td role="cell" className={styles.select} data-column="select">
          <SelectGroupBox table={table} rows={table.getRowModel().rows.slice(group.from, group.to)} />
        </td>
        <th
          id={title}
          role="rowheader"
          scope="row"
          colSpan={columns}
          aria-colspan={columns}
          className={styles.title}
          data-column="id"
        >
          <GroupTitle list={list} group={group} isStop={isStop} />
        </th>
      </tr>
      {children}
    </tbody>
  );
}
