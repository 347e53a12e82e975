import { CHOICE_KEYS, type TicketQuery, URGENT } from '../../contract/index.ts';
import { openOnly, RESOLVED } from './change-filters.ts';

/** Filters to add to a query. A facet's values replace those that it selected and those that it excluded. */
export interface FilterChange extends Partial<Omit<TicketQuery, 'not'>> {
  /** Open tickets alone; values of `status` go before it. */
  readonly open?: true;
}

/** The first page of a query's list, narrowed further; filters that are not named stay as they are. */
export function withFilters(query: TicketQuery, { open, ...values }: FilterChange): TicketQuery {
  const base = open ? { ...query, ...openOnly(query) } : query;
  const not = { ...base.not };
  for (const key of CHOICE_KEYS) if (values[key] !== undefined) not[key] = [];
  return { ...base, page: 1, ...values, not };
}

/** Whether a query's filters leave no resolved ticket in. */
export function isOpenOnly({ status, not }: TicketQuery): boolean {
  return not.status.includes(RESOLVED) || (status.length > 0 && !status.includes(RESOLVED));
}

/** The filter for critical and high tickets, as far as the query's own has them: those that a summary counts as urgent. */
export function urgentFilter({ priority, not }: TicketQuery): FilterChange {
  const urgent = URGENT.filter(
    (value) => (priority.length === 0 || priority.includes(value)) && !not.priority.includes(value),
  );
  return { priority: urgent };
}
