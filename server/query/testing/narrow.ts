import type { AxisValue, SummaryKey, TicketQuery } from '../../../contract/index.ts';

/** The query with an axis' value in the place of its own filter. */
export function narrow(query: TicketQuery, key: SummaryKey, value: AxisValue | undefined): TicketQuery {
  if (value === undefined) throw new Error('A cell is at a place that its axis does not have.');
  if (key === 'issued') return { ...query, issuedFrom: value.value, issuedTo: value.until ?? null };
  if (key === 'overdue') return { ...query, overdue: value.value === 'true' };
  return { ...query, [key]: [value.value] };
}
