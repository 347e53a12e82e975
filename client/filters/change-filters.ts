import {
  type ChoiceKey,
  DEFAULT_QUERY,
  encodeQuery,
  type Facet,
  type TicketQuery,
} from '../../contract/index.ts';
import { namedTickets, searchParts, termKey } from './search-parts.ts';

/** The filters of a query that narrow nothing. */
export const NO_FILTERS = {
  q: DEFAULT_QUERY.q,
  overdue: DEFAULT_QUERY.overdue,
  status: DEFAULT_QUERY.status,
  priority: DEFAULT_QUERY.priority,
  type: DEFAULT_QUERY.type,
  assignee: DEFAULT_QUERY.assignee,
  segment: DEFAULT_QUERY.segment,
  originSegment: DEFAULT_QUERY.originSegment,
  age: DEFAULT_QUERY.age,
  not: DEFAULT_QUERY.not,
  ids: DEFAULT_QUERY.ids,
  customerOf: DEFAULT_QUERY.customerOf,
  moved: DEFAULT_QUERY.moved,
  changedSince: DEFAULT_QUERY.changedSince,
  issuedFrom: DEFAULT_QUERY.issuedFrom,
  issuedTo: DEFAULT_QUERY.issuedTo,
  deleted: DEFAULT_QUERY.deleted,
} satisfies Partial<TicketQuery>;

/** What narrows a list: a query without its order, its page and its looks. */
export type Filters = Pick<TicketQuery, keyof typeof NO_FILTERS>;

/** The filters of a query, written so that two texts are the same when the filters are. */
export function filtersKey(filters: Filters): string {
  const keys = Object.keys(NO_FILTERS) as (keyof Filters)[];
  const own = Object.fromEntries(keys.map((key) => [key, filters[key]]));
  const { ids, conflict } = namedTickets(filters);
  const terms = searchParts(filters.q).filter(({ term }) => term.kind !== 'ids' || term.excluded);
  return JSON.stringify([
    encodeQuery({ ...DEFAULT_QUERY, ...own, q: '', ids: conflict === null ? ids : [] }),
    terms.map(({ term }) => termKey(term)),
    conflict !== null,
  ]);
}

/** The values of a facet that are asked for, as the query key takes them. */
export function selectedValues(query: TicketQuery, facet: Facet): readonly string[] {
  if (facet === 'overdue') return query.overdue === null ? [] : [String(query.overdue)];
  return query[facet];
}

/** The values of a facet that are kept out. Late and not late need no keeping out: each is the other's opposite. */
export function excludedValues(query: TicketQuery, facet: Facet): readonly string[] {
  return facet === 'overdue' ? [] : query.not[facet];
}

/** The query with one value of a facet switched on or off, whether it was asked for or kept out. */
export function toggleValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  const selected = selectedValues(query, facet);
  const excluded = excludedValues(query, facet);
  if (facet === 'overdue') return { overdue: selected.includes(value) ? null : value === 'true' };
  if (excluded.includes(value)) return choose(query, facet, selected, without(excluded, value));
  const next = selected.includes(value) ? without(selected, value) : [...selected, value];
  return choose(query, facet, next, excluded);
}

/** The query with this value of a facet and no other. */
export function onlyValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  return facet === 'overdue' ? { overdue: value === 'true' } : choose(query, facet, [value], []);
}

/** The query without the tickets of this value, or with them again if they were kept out. */
export function excludeValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  if (facet === 'overdue') return { overdue: value !== 'true' };
  const excluded = query.not[facet];
  const next = excluded.includes(value) ? without(excluded, value) : [...excluded, value];
  return choose(query, facet, without(query[facet], value), next);
}

/** The query with these values of a facet and no others, and none of them kept out. */
export function chooseValues<Key extends ChoiceKey>(
  query: TicketQuery,
  key: Key,
  values: TicketQuery[Key],
): Partial<TicketQuery> {
  const chosen: readonly string[] = values;
  return choose(
    query,
    key,
    chosen,
    query.not[key].filter((value) => !chosen.includes(value)),
  );
}

/** The query with any value of a facet. */
export function clearFacet(query: TicketQuery, facet: Facet): Partial<TicketQuery> {
  return facet === 'overdue' ? { overdue: null } : choose(query, facet, [], []);
}

/**
 * The query with open tickets alone: what is asked for of the open statuses, else all but resolved ones. An
 * unknown status counts as open, since nobody has said that it is done.
 */
export function openOnly(query: TicketQuery): Partial<TicketQuery> {
  const asked = without(query.status, RESOLVED);
  const excluded = query.not.status.filter((status) => status !== RESOLVED);
  return choose(query, 'status', asked, asked.length > 0 ? excluded : [...excluded, RESOLVED]);
}

/** The one status that ends a ticket's life. */
export const RESOLVED = 'RESOLVED';

function choose(
  query: TicketQuery,
  key: ChoiceKey,
  any: readonly string[],
  none: readonly string[],
): Partial<TicketQuery> {
  return { [key]: any, not: { ...query.not, [key]: none } };
}

function without(values: readonly string[], value: string): readonly string[] {
  return values.filter((other) => other !== value);
}
