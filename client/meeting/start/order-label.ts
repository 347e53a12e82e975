import type { SortTerm } from '../../../contract/index.ts';
import { PRESENTATION } from '../../format/fields.ts';

/** `Overdue first, then most urgent first, then oldest first`. */
export function orderLabel(sort: readonly SortTerm[]): string {
  const words = sort
    .map(({ key, descending }) => PRESENTATION[key].orders[descending ? 1 : 0])
    .join(', then ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
