import type { TicketQuery } from '../../contract/index.ts';

interface DatePreset {
  readonly label: string;
  readonly range: Pick<TicketQuery, 'issuedFrom' | 'issuedTo'>;
}

/**
 * Presets of issue dates. They count from today in the reader's zone, wherever they are kept: in an address, a saved view or a
 * screen that is left open overnight.
 */
export const DATE_PRESETS: readonly DatePreset[] = [
  { label: 'Any time', range: { issuedFrom: null, issuedTo: null } },
  { label: 'Today', range: { issuedFrom: 'today', issuedTo: null } },
  { label: 'Yesterday', range: { issuedFrom: 'today-1', issuedTo: 'today-1' } },
  { label: 'Last 7 days', range: { issuedFrom: 'today-6', issuedTo: null } },
  { label: 'Last week', range: { issuedFrom: 'week-1', issuedTo: 'week-1' } },
  { label: 'This month', range: { issuedFrom: 'month', issuedTo: null } },
  { label: 'Last 30 days', range: { issuedFrom: 'today-29', issuedTo: null } },
  { label: 'Last 90 days', range: { issuedFrom: 'today-89', issuedTo: null } },
];
