import { type Facet, fieldOf, isFlag, type TicketList, type TicketQuery } from '../../contract/index.ts';
import type { ActiveFilter } from './active-filters.ts';
import { excludedValues, selectedValues } from './change-filters.ts';

/** Whether every ticket has a value of a facet, if only that there is none. */
function isComplete(facet: Facet): boolean {
  return isFlag(facet) || fieldOf(facet).none !== undefined;
}

/**
 * Number of tickets that match without one filter, as far as the list's own counts tell it exactly: a facet's
 * counts are under all filters but its own. Null where only the server could tell.
 */
export function countWithout(
  { facet, without }: ActiveFilter,
  query: TicketQuery,
  { facets, page }: TicketList,
): number | null {
  if (facet === null) return null;
  const sum = (counted: TicketQuery) => {
    const [any, none] = [selectedValues(counted, facet), excludedValues(counted, facet)];
    return facets[facet]
      .filter(({ value }) => (any.length === 0 || any.includes(value)) && !none.includes(value))
      .reduce((total, { count }) => total + count, 0);
  };
  const next = { ...query, ...without };
  // What has no value at all matches as long as no value is asked for, and is counted under none.
  const withValue = sum(next);
  if (isComplete(facet) || selectedValues(next, facet).length > 0) return withValue;
  return selectedValues(query, facet).length > 0 ? null : withValue + page.total - sum(query);
}
