import { ordersOf } from './field-keys.ts';
import { DEFAULT_SORT, formatSort, parseSort, type SortTerm } from './sort.ts';

/** The most common orders. */
export const KNOWN_ORDERS: readonly (readonly SortTerm[])[] = [
  DEFAULT_SORT,
  ...['-priority', '-issueDate', 'issueDate', '-updatedAt', 'assignee'].map(
    (text) => parseSort(text) ?? DEFAULT_SORT,
  ),
];

/** An order in a few words: the usual one by its name, any other key by key. */
export function sortLabel(sort: readonly SortTerm[]): string {
  return formatSort(sort) === formatSort(DEFAULT_SORT) ? 'Most urgent first' : sortTerms(sort);
}

/** An order key by key, the strongest first: `Overdue first, then highest priority first, then oldest first`. */
export function sortTerms(sort: readonly SortTerm[]): string {
  const labels = sort.map(({ key, descending }) => ordersOf(key)[descending ? 1 : 0]).join(', then ');
  return labels.charAt(0).toUpperCase() + labels.slice(1);
}
