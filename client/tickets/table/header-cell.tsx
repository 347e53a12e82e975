import { ArrowDown, ArrowUp } from 'lucide-react';
import { fieldTitle } from '../../format/fields.ts';
import { classes } from '../../ui/classes.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { COLUMN_STYLES } from '../columns/column-styles.ts';
import styles from './header.module.css';
import { ResizeHandle } from './resize-handle.tsx';
import { type ColumnSort, columnOrder, nextSort } from './sorting.ts';
import { columnOf, type TicketTableHeader } from './table-model.ts';

interface HeaderCellProps {
  readonly header: TicketTableHeader;
  /** Whether the Tab key leads here; the arrow keys lead to the other heads. */
  readonly isStop: boolean;
}

/** A column's head: a click sorts by it, Shift adds it to the order, and its edge changes its width. */
export function HeaderCell({ header, isStop }: HeaderCellProps) {
  const column = columnOf(header.column);
  const isPinned = header.column.getIsPinned() !== false;
  const { listState } = useWorkspace();
  const { sort, align } = COLUMN_STYLES[column];
  const title = fieldTitle(column);
  const order = sort === null ? null : columnOrder(listState.query.sort, sort);
  const sortBy = (add: boolean) =>
    sort !== null && listState.updateQuery({ sort: nextSort(listState.query.sort, sort, add) });
  return (
    <th
      scope="col"
      role="columnheader"
      // Every cell is read with its head: the head's controls are no part of its name.
      aria-label={title}
      className={classes(styles.head, isPinned && styles.pinned)}
      data-column={column}
      data-align={align}
      // A head without an order has nothing to press, and is stood on itself: its edge is the Tab key's next stop.
      {...(sort === null && { 'data-head': true, tabIndex: isStop ? 0 : -1 })}
      style={isPinned ? { insetInlineStart: `var(--at-${column})` } : undefined}
      // Only the strongest key, as ARIA has it; the number beside the arrow tells the rest.
      {...(order?.rank === 1 && { 'aria-sort': order.direction })}
    >
      {sort === null ? (
        <span className={styles.title}>{title}</span>
      ) : (
        <Sort title={title} sort={sort} isStop={isStop} onSort={sortBy} />
      )}
      <ResizeHandle header={header} title={title} isStop={isStop} onTap={() => sortBy(false)} />
    </th>
  );
}

interface SortProps {
  readonly title: string;
  readonly sort: ColumnSort;
  readonly isStop: boolean;
  /** Sorts by it; with `add` beside what the list is sorted by already. */
  readonly onSort: (add: boolean) => void;
}

function Sort({ title, sort, isStop, onSort }: SortProps) {
  const { listState } = useWorkspace();
  const order = columnOrder(listState.query.sort, sort);
  const several = listState.query.sort.length > 1;
  const Arrow = order?.direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className={styles.sort}
      tabIndex={isStop ? 0 : -1}
      onClick={({ shiftKey }) => onSort(shiftKey)}
      title="Sort; Shift-click adds to the order"
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.arrow} data-sorted={order !== null}>
        <Arrow aria-hidden />
        {order !== null && several && <span className={styles.rank}>{order.rank}</span>}
      </span>
    </button>
  );
}
