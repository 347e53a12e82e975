import { SORT_KEYS, type SortKey } from './field-keys.ts';

/** One key of an order, the first being the strongest. Missing values come last either way. */
export interface SortTerm {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Late first, then urgent, then the longest waiting. Ties end on ascending id, here as everywhere. */
export const DEFAULT_SORT: readonly SortTerm[] = [
  { key: 'overdue', descending: true },
  { key: 'priority', descending: true },
  { key: 'issueDate', descending: false },
];

/** `-overdue,issueDate` for people and addresses. */
export function formatSort(sort: readonly SortTerm[]): string {
  return sort.map((term) => (term.descending ? `-${term.key}` : term.key)).join(',');
}

/** The opposite of {@link formatSort}; null when a key is unknown, empty or given twice. */
export function parseSort(text: string): readonly SortTerm[] | null {
  const terms: SortTerm[] = [];
  for (const part of text.split(',')) {
    const descending = part.startsWith('-');
    const name = descending ? part.slice(1) : part;
    const key = SORT_KEYS.find((known) => known === name);
    if (key === undefined || terms.some((term) => term.key === key)) return null;
    terms.push({ key, descending });
  }
  return terms;
}
