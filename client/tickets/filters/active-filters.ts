import { DEFAULT_QUERY, FACETS, type Facet, type Facets, type TicketQuery } from '../../../contract/index.ts';
import { formatQueryDate } from '../../format/dates.ts';
import { FACET_TITLES, formatFacetLabel, nameOfAbsent } from '../../format/words.ts';

/** One thing that narrows the list, in words, and the query without it. */
export interface ActiveFilter {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly without: Partial<TicketQuery>;
}

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
  issuedFrom: DEFAULT_QUERY.issuedFrom,
  issuedTo: DEFAULT_QUERY.issuedTo,
  deleted: DEFAULT_QUERY.deleted,
} satisfies Partial<TicketQuery>;

/** Everything that narrows the list, in the order in which the screen offers it. */
export function activeFilters(query: TicketQuery, facets: Facets | null): readonly ActiveFilter[] {
  return [
    ...searchFilter(query),
    ...dateFilter(query),
    ...FACETS.flatMap((facet) => facetFilters(query, facet, facets)),
    ...deletedFilter(query),
  ];
}

/** The values of a facet that are switched on, as the query key takes them. */
export function selectedValues(query: TicketQuery, facet: Facet): readonly string[] {
  if (facet === 'overdue') return query.overdue === null ? [] : [String(query.overdue)];
  return query[facet];
}

/** The query with one value of a facet switched on or off. Late and not late exclude each other. */
export function toggleValue(query: TicketQuery, facet: Facet, value: string): Partial<TicketQuery> {
  const selected = selectedValues(query, facet);
  const on = !selected.includes(value);
  if (facet === 'overdue') return { overdue: on ? value === 'true' : null };
  return { [facet]: on ? [...selected, value] : selected.filter((other) => other !== value) };
}

function searchFilter(query: TicketQuery): ActiveFilter[] {
  if (query.q.trim() === '') return [];
  return [{ id: 'q', title: 'Search', value: query.q.trim(), without: { q: '' } }];
}

function dateFilter({ issuedFrom, issuedTo }: TicketQuery): ActiveFilter[] {
  if (issuedFrom === null && issuedTo === null) return [];
  const to = issuedTo === null ? 'now' : formatQueryDate(issuedTo);
  const value = issuedFrom === null ? `up to ${to}` : `${formatQueryDate(issuedFrom)} to ${to}`;
  return [{ id: 'issued', title: 'Issued', value, without: { issuedFrom: null, issuedTo: null } }];
}

function facetFilters(query: TicketQuery, facet: Facet, facets: Facets | null): ActiveFilter[] {
  return selectedValues(query, facet).map((value) => {
    const label = facets?.[facet].find((known) => known.value === value)?.label ?? nameOfAbsent(facet, value);
    return {
      id: `${facet}=${value}`,
      title: FACET_TITLES[facet],
      value: formatFacetLabel(facet, label),
      without: toggleValue(query, facet, value),
    };
  });
}

function deletedFilter({ deleted }: TicketQuery): ActiveFilter[] {
  if (deleted === DEFAULT_QUERY.deleted) return [];
  const value = deleted === 'only' ? 'only deleted ones' : 'included';
  return [{ id: 'deleted', title: 'Deleted', value, without: { deleted: DEFAULT_QUERY.deleted } }];
}
