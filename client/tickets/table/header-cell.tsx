import { ArrowDown, ArrowUp } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useDesk } from '../../desk/desk-context.ts';
import { type ColumnSort, columnOrder, nextSort } from './sorting.ts';
import styles from './table.module.css';

interface HeaderCellProps {
  readonly id: string;
  readonly sort: ColumnSort | null;
  readonly children: ReactNode;
}

/** A column's head; a click sorts by it, Shift adds it to the order. */
export function HeaderCell({ id, sort, children }: HeaderCellProps) {
  if (sort === null) {
    return (
      <th scope="col" className={styles.head} data-column={id}>
        {children}
      </th>
    );
  }
  return (
    <SortableHeaderCell id={id} sort={sort}>
      {children}
    </SortableHeaderCell>
  );
}

function SortableHeaderCell({ id, sort, children }: HeaderCellProps & { readonly sort: ColumnSort }) {
  const { view } = useDesk();
  const order = columnOrder(view.query.sort, sort);
  const several = view.query.sort.length > 1;
  const onClick = (event: MouseEvent) => view.ask({ sort: nextSort(view.query.sort, sort, event.shiftKey) });
  const Arrow = order?.direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={styles.head}
      data-column={id}
      // Only the strongest key, as ARIA has it; the number beside the arrow tells the rest.
      {...(order?.rank === 1 && { 'aria-sort': order.direction })}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={onClick}
        title="Sort; Shift-click adds to the order"
      >
        {children}
        <span className={styles.arrow} data-sorted={order !== null}>
          <Arrow aria-hidden />
          {order !== null && several && <span className={styles.rank}>{order.rank}</span>}
        </span>
      </button>
    </th>
  );
}
