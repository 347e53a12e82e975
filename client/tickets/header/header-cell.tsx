import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import type { SortTerm } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { classes } from '../../ui/classes.ts';
import { COLUMN_STYLES } from '../columns/column-styles.ts';
import { columnOf, type TicketTableHeader } from '../model/table-model.ts';
import { type ColumnOrder, columnOrder, nextSort } from '../sort/sorting.ts';
import styles from './header.module.css';
import { ResizeHandle } from './resize-handle.tsx';

interface HeaderCellProps {
  readonly header: TicketTableHeader;
  readonly isPinned: boolean;
  /** In CSS pixels; undefined for the usual width. */
  readonly width: number | undefined;
  /** The order of the list. */
  readonly order: readonly SortTerm[];
  /** Whether the Tab key leads here; the arrow keys lead to the other heads. */
  readonly isStop: boolean;
  /** Sorts the list. Always the same function. */
  readonly onSort: (order: readonly SortTerm[]) => void;
}

/**
 * A column's head: a click sorts by it, Shift adds it to the order, and its edge changes its width. Drawn again only when
 * something of it changes: every click on a filter is waited for.
 */
export const HeaderCell = memo(function HeaderCell(props: HeaderCellProps) {
  const { header, isPinned, width, order, isStop, onSort } = props;
  const column = columnOf(header.column);
  const { sort, align } = COLUMN_STYLES[column];
  const title = fieldTitle(column);
  const place = sort === null ? null : columnOrder(order, sort);
  const sortBy = (add: boolean) => sort !== null && onSort(nextSort(order, sort, add));
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
      {...(place?.rank === 1 && { 'aria-sort': place.direction })}
    >
      {sort === null ? (
        <span className={styles.title}>{title}</span>
      ) : (
        <Sort title={title} place={place} isAlone={order.length === 1} isStop={isStop} onSort={sortBy} />
      )}
      <ResizeHandle header={header} title={title} width={width} isStop={isStop} onTap={() => sortBy(false)} />
    </th>
  );
});

interface SortProps {
  readonly title: string;
  /** The column's part in the order; null when the list is not sorted by it. */
  readonly place: ColumnOrder | null;
  /** Whether the list is sorted by one column. */
  readonly isAlone: boolean;
  readonly isStop: boolean;
  /** Sorts by it; with `add` beside what the list is sorted by already. */
  readonly onSort: (add: boolean) => void;
}

function Sort({ title, place, isAlone, isStop, onSort }: SortProps) {
  const Arrow = place?.direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className={styles.sort}
      tabIndex={isStop ? 0 : -1}
      onClick={({ shiftKey }) => onSort(shiftKey)}
      title="Sort; Shift-click adds to the order"
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.arrow} data-sorted={place !== null}>
        <Arrow aria-hidden />
        {place !== null && !isAlone && <span className={styles.rank}>{place.rank}</span>}
      </span>
    </button>
  );
}
