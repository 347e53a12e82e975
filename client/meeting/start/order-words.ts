import type { SortKey, SortTerm } from '../../../contract/index.ts';

const WORDS: Readonly<Record<SortKey, readonly [ascending: string, descending: string]>> = {
  overdue: ['not overdue first', 'overdue first'],
  priority: ['least urgent first', 'most urgent first'],
  status: ['by status', 'by status, backwards'],
  type: ['by type', 'by type, backwards'],
  issueDate: ['oldest first', 'newest first'],
  createdAt: ['first created first', 'last created first'],
  updatedAt: ['first updated first', 'last updated first'],
  id: ['by number', 'by number, backwards'],
  customer: ['by customer', 'by customer, backwards'],
  assignee: ['by assignee', 'by assignee, backwards'],
  segment: ['by segment', 'by segment, backwards'],
  originSegment: ['by origin', 'by origin, backwards'],
};

/** `Overdue first, then most urgent first, then oldest first`. */
export function orderWords(sort: readonly SortTerm[]): string {
  const words = sort.map(({ key, descending }) => WORDS[key][descending ? 1 : 0]).join(', then ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
