import { type ReactNode, useId } from 'react';
import type { AnsweredList } from '../../api/tickets.ts';
import { classes } from '../../ui/classes.ts';
import styles from '../groups/group-head.module.css';
import { GroupTitle } from '../groups/group-title.tsx';
import type { PageGroup } from '../groups/ticket-groups.ts';
import type { TicketTableModel } from '../model/table-model.ts';
import { SelectGroupBox } from '../rows/select-box.tsx';

interface GroupCardsProps {
  readonly list: AnsweredList;
  readonly table: TicketTableModel;
  readonly group: PageGroup;
  /** Its place among the groups of the page, from 0. */
  readonly place: number;
  /** Whether the Tab key leads to its head. */
  readonly isStop: boolean;
  /** Its cards. */
  readonly children: ReactNode;
}

/** A group's cards, under a head that stays in sight over them. */
export function GroupCards({ list, table, group, place, isStop, children }: GroupCardsProps) {
  const title = useId();
  return (
    <li className={classes(group.isOverdue && styles.allOverdue)}>
      <div
        className={classes(styles.head, styles.overCards, group.isOverdue && styles.late)}
        data-group={place}
      >
        <div className={styles.select} data-column="select">
          <SelectGroupBox table={table} rows={table.getRowModel().rows.slice(group.from, group.to)} />
        </div>
        <div id={title} className={styles.title} data-column="id">
          <GroupTitle list={list} group={group} isStop={isStop} />
        </div>
      </div>
      <ul aria-labelledby={title}>{children}</ul>
    </li>
  );
}
