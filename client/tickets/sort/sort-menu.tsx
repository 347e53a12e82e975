import { DEFAULT_SORT, formatSort, parseSort } from '../../../contract/index.ts';
import { Select } from '../../ui/select.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { KNOWN_ORDERS, sortLabel } from './sort-label.ts';

/** The order of the list in words, and the ones to have instead; the first is the usual one. */
export function SortMenu() {
  const { listState } = useWorkspace();
  const current = formatSort(listState.query.sort);
  const known = KNOWN_ORDERS.some(({ sort }) => formatSort(sort) === current);
  return (
    <Select
      aria-label="Order"
      title="The order of the list. Click a column’s head to sort by it, with Shift to add it."
      value={current}
      onChange={(event) => listState.updateQuery({ sort: parseSort(event.target.value) ?? DEFAULT_SORT })}
    >
      {KNOWN_ORDERS.map(({ label, sort }) => (
        <option key={label} value={formatSort(sort)}>
          {label}
        </option>
      ))}
      {!known && <option value={current}>{sortLabel(listState.query.sort)}</option>}
    </Select>
  );
}
