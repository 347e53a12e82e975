import { DEFAULT_SORT, formatSort, type SortTerm } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';

/** The orders that are asked for most, by name. */
export const KNOWN_ORDERS: readonly { readonly label: string; readonly sort: readonly SortTerm[] }[] = [
  { label: 'Late and urgent first', sort: DEFAULT_SORT },
  { label: 'Most urgent first', sort: [{ key: 'priority', descending: true }] },
  { label: 'Newest first', sort: [{ key: 'issueDate', descending: true }] },
  { label: 'Oldest first', sort: [{ key: 'issueDate', descending: false }] },
  { label: 'Last updated first', sort: [{ key: 'updatedAt', descending: true }] },
  { label: 'By assignee', sort: [{ key: 'assignee', descending: false }] },
];

/** An order in words: by its name, else key by key, the strongest first: `Priority ↓, Assignee ↑`. */
export function sortLabel(sort: readonly SortTerm[]): string {
  const written = formatSort(sort);
  const known = KNOWN_ORDERS.find((order) => formatSort(order.sort) === written);
  return (
    known?.label ??
    sort.map(({ key, descending }) => `${fieldTitle(key)} ${descending ? '↓' : '↑'}`).join(', ')
  );
}
