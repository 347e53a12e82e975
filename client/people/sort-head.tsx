import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { nextPeopleSort, type PeopleColumn, type PeopleSort } from './people.ts';
import styles from './sort-head.module.css';

const TITLES: Readonly<Record<PeopleColumn, ReactNode>> = {
  name: 'Assignee',
  open: 'Open',
  overdue: 'Overdue',
  urgent: (
    <>
      <span className={styles.wide}>Critical and high</span>
      <span className={styles.narrow}>Urgent</span>
    </>
  ),
  oldest: 'Oldest',
};

interface SortHeadProps {
  readonly column: PeopleColumn;
  readonly sort: PeopleSort;
  readonly onSort: (sort: PeopleSort) => void;
}

/** Head of a column, which sorts by it. */
export function SortHead({ column, sort, onSort }: SortHeadProps) {
  const sorted = sort.column === column;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={styles.head}
      data-column={column}
      {...(sorted && { 'aria-sort': sort.descending ? 'descending' : 'ascending' })}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(nextPeopleSort(sort, column))}>
        {TITLES[column]}
        <Arrow aria-hidden className={styles.arrow} data-sorted={sorted} />
      </button>
    </th>
  );
}
