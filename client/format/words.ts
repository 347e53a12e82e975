import { type Facet, NONE, PRIORITIES, STATUSES } from '../../contract/index.ts';

/** What the fields are called on screen, in filters and columns alike. */
export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  overdue: 'Overdue',
  priority: 'Priority',
  status: 'Status',
  age: 'Age',
  assignee: 'Assignee',
  segment: 'Segment',
  originSegment: 'Origin',
  type: 'Type',
};

const KNOWN: ReadonlySet<string> = new Set([...STATUSES, ...PRIORITIES]);

/** `CRITICAL` as `Critical`. A value that the vendor does not document stays exactly as it is. */
export function formatValue(value: string): string {
  return KNOWN.has(value) ? value.charAt(0) + value.slice(1).toLowerCase() : value;
}

/** What a facet's value is called where the server has not said: a filter may name what no ticket has. */
export function nameOfAbsent(facet: Facet, value: string): string {
  if (facet === 'overdue') return value === 'true' ? 'Overdue' : 'Not overdue';
  if (value !== NONE) return value;
  return facet === 'assignee' ? 'Unassigned' : 'No segment';
}

/** A facet's value for people, from what the server calls it. */
export function formatFacetLabel(facet: Facet, label: string): string {
  if (label === '') return '(empty)';
  return facet === 'status' || facet === 'priority' ? formatValue(label) : label;
}
