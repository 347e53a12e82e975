import { DEFAULT_SORT, formatSort, parseSort, type SortTerm } from '../../../contract/index.ts';
import { useDesk } from '../../desk/desk-context.ts';
import { Select } from '../../ui/select.tsx';

const ORDERS: readonly { readonly label: string; readonly sort: readonly SortTerm[] }[] = [
  { label: 'Late and urgent first', sort: DEFAULT_SORT },
  { label: 'Most urgent first', sort: [{ key: 'priority', descending: true }] },
  { label: 'Newest first', sort: [{ key: 'issueDate', descending: true }] },
  { label: 'Oldest first', sort: [{ key: 'issueDate', descending: false }] },
  { label: 'Last updated first', sort: [{ key: 'updatedAt', descending: true }] },
  { label: 'By assignee', sort: [{ key: 'assignee', descending: false }] },
];

/** The order of the list where there are no column heads to click. */
export function SortMenu() {
  const { view } = useDesk();
  const current = formatSort(view.query.sort);
  const known = ORDERS.some(({ sort }) => formatSort(sort) === current);
  return (
    <Select
      aria-label="Order"
      value={current}
      onChange={(event) => view.ask({ sort: parseSort(event.target.value) ?? DEFAULT_SORT })}
    >
      {ORDERS.map(({ label, sort }) => (
        <option key={label} value={formatSort(sort)}>
          {label}
        </option>
      ))}
      {!known && <option value={current}>As in the address</option>}
    </Select>
  );
}
