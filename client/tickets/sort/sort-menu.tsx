import { DEFAULT_SORT, formatSort, KNOWN_ORDERS, parseSort, sortLabel } from '../../../contract/index.ts';
import { Select } from '../../ui/select.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import styles from './sort-menu.module.css';

/** The order of the list in words, and the ones to have instead; the first is the usual one. */
export function SortMenu() {
  const listState = useListState();
  const current = formatSort(listState.query.sort);
  const known = KNOWN_ORDERS.some((sort) => formatSort(sort) === current);
  return (
    <Select
      className={styles.order}
      aria-label="Order"
      title="The order of the list. Click a column’s head to sort by it, with Shift to add it."
      value={current}
      onChange={(event) => listState.updateQuery({ sort: parseSort(event.target.value) ?? DEFAULT_SORT })}
    >
      {KNOWN_ORDERS.map((sort) => (
        <option key={formatSort(sort)} value={formatSort(sort)}>
          {sortLabel(sort)}
        </option>
      ))}
      {!known && <option value={current}>{sortLabel(listState.query.sort)}</option>}
    </Select>
  );
}
