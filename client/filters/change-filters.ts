import {
  type ChoiceKey,
  chosenValues,
  DEFAULT_QUERY,
  encodeQuery,
  type Facet,
  isFlag,
  type TicketQuery,
  withChosenValues,
} from '../../contract/index.ts';
import { requestedIds, searchParts, termKey } from './search-parts.ts';

const { page, perPage, sort, columns, at, since, ...filters } = DEFAULT_QUERY;

/** The filters of a query that filters nothing: all of its keys but page, order, columns and snapshot. */
export const NO_FILTERS = filters;

/** The filters of a query, without its page, order, columns and snapshot. */
export type Filters = Pick<TicketQuery, keyof typeof NO_FILTERS>;

/** A key for the filters of a query: the same for the same filters. */
export function filtersKey(filters: Filters): string {
  const keys = Object.keys(NO_FILTERS) as (keyof Filters)[];
  const own = Object.fromEntries(keys.map((key) => [key, filters[key]]));
  const { ids, conflict } = requestedIds(filters);
  const terms = searchParts(filters.q).filter(({ term }) => term.kind !== 'ids' || term.excluded);
  return JSON.stringify([
    encodeQuery({ ...DEFAULT_QUERY, ...own, q: '', ids: conflict === null ? ids : [] }),
    terms.map(({ term }) => termKey(term)),
    conflict !== null,
  ]);
}

/** The selected values of a facet, as the query key takes them. */
export function selectedValues(query: TicketQuery, facet: Facet): readonly string[] {
  return chosenValues(query, facet).any;
}

/** The values of a facet that are excluded. Yes and no need no exclusion: each is the other's opposite. */
export function excludedValues(query: TicketQuery, facet: Facet): readonly string[] {
  return chosenValues(query, facet).none;
}

/** The query with one value of a facet switched on or off, whether it was selected or excluded. */
export function toggleValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  const { any, none } = chosenValues(query, facet);
  if (none.includes(value)) return withChosenValues(query, facet, { any, none: without(none, value) });
  if (any.includes(value)) return withChosenValues(query, facet, { any: without(any, value), none });
  // Of yes and no, one takes the place of the other.
  return withChosenValues(query, facet, { any: isFlag(facet) ? [value] : [...any, value], none });
}

/** The query with this value of a facet and no other. */
export function onlyValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  return withChosenValues(query, facet, { any: [value], none: [] });
}

/** The query without the tickets of this value, or with them again if they were excluded. */
export function excludeValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  const { any, none } = chosenValues(query, facet);
  if (isFlag(facet)) return withChosenValues(query, facet, { any: [], none: [value] });
  const next = none.includes(value) ? without(none, value) : [...none, value];
  return withChosenValues(query, facet, { any: without(any, value), none: next });
}

/** The query with these values of a facet and no others, and none of them excluded. */
export function chooseValues<Key extends ChoiceKey>(
  query: TicketQuery,
  key: Key,
  values: TicketQuery[Key],
): Partial<TicketQuery> {
  const selected: readonly string[] = values;
  return withChosenValues(query, key, {
    any: selected,
    none: query.not[key].filter((value) => !selected.includes(value)),
  });
}

/** The query with any value of a facet. */
export function clearFacet(query: TicketQuery, facet: Facet): Partial<TicketQuery> {
  return withChosenValues(query, facet, { any: [], none: [] });
}

/**
 * The query with open tickets alone: those of the selected open statuses, else all but resolved ones. An
 * unknown status counts as open, since nobody has said that it is done.
 */
export function openOnly(query: TicketQuery): Partial<TicketQuery> {
  const selected = without(query.status, RESOLVED);
  const excluded = query.not.status.filter((status) => status !== RESOLVED);
  const none = selected.length > 0 ? excluded : [...excluded, RESOLVED];
  return withChosenValues(query, 'status', { any: selected, none });
}

/** The one status that ends a ticket's life. */
export const RESOLVED = 'RESOLVED';

function without(values: readonly string[], value: string): readonly string[] {
  return values.filter((other) => other !== value);
}
