import { DEFAULT_SORT, type SortKey, type SortTerm } from '../../../contract/index.ts';

/** Sort key of a column's header, and the first click's direction. `age` grows as the issue date falls. */
export interface ColumnSort {
  readonly key: SortKey;
  readonly first: 'ascending' | 'descending';
  readonly inverted?: boolean;
}

/** A column's part in the order on screen: its direction, and its rank among the keys. */
export interface ColumnOrder {
  readonly direction: 'ascending' | 'descending';
  /** From 1. */
  readonly rank: number;
}

/** The column's part in an order; null when the list is not sorted by it. */
export function columnOrder(sort: readonly SortTerm[], column: ColumnSort): ColumnOrder | null {
  const index = sort.findIndex((term) => term.key === column.key);
  const term = sort[index];
  if (term === undefined) return null;
  return { direction: directionOf(term, column), rank: index + 1 };
}

/**
 * The order after a click on a column's header: its first direction, then the other, then none. With
 * `add` (Shift) the other keys stay and this one joins as the weakest; an order without keys is the default.
 */
export function nextSort(sort: readonly SortTerm[], column: ColumnSort, add: boolean): readonly SortTerm[] {
  const current = columnOrder(sort, column);
  const alone = sort.length === 1;
  if (!add && !(current && alone)) return [termOf(column, column.first)];

  const others = add ? sort.filter((term) => term.key !== column.key) : [];
  if (current === null) return [...others, termOf(column, column.first)];
  if (current.direction === column.first) {
    const turned = termOf(column, opposite(column.first));
    return add ? sort.map((term) => (term.key === column.key ? turned : term)) : [turned];
  }
  return others.length > 0 ? others : DEFAULT_SORT;
}

function termOf(column: ColumnSort, direction: ColumnOrder['direction']): SortTerm {
  return { key: column.key, descending: (direction === 'descending') !== (column.inverted ?? false) };
}

function directionOf(term: SortTerm, column: ColumnSort): ColumnOrder['direction'] {
  return term.descending !== (column.inverted ?? false) ? 'descending' : 'ascending';
}

function opposite(direction: ColumnOrder['direction']): ColumnOrder['direction'] {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
