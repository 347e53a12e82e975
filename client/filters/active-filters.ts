import {
  addDays,
  DEFAULT_QUERY,
  dayIn,
  FACETS,
  type Facet,
  type Facets,
  isInstant,
  relativePeriod,
  startOfDay,
  type TicketQuery,
} from '../../contract/index.ts';
import { formatExact, formatQueryDate } from '../format/dates.ts';
import { fieldTitle } from '../format/fields.ts';
import { formatCount } from '../format/numbers.ts';
import { formatFacetLabel, nameOfAbsent } from '../format/value-labels.ts';
import { excludedValues, selectedValues, toggleValue } from './change-filters.ts';
import { flagLabel, PLAIN_FLAGS } from './plain-flags.ts';
import { joinSearch, searchParts } from './search-parts.ts';

/** One filter of the list, in words, and the query without it. */
export interface ActiveFilter {
  readonly id: string;
  /** The facet that it is a value of; null if it is not a facet's. */
  readonly facet: Facet | null;
  readonly title: string;
  readonly value: string;
  /** Whether it excludes the value instead of asking for it. */
  readonly excludes: boolean;
  readonly without: Partial<TicketQuery>;
}

/**
 * All active filters, in the order in which the screen offers them.
 *
 * @param facets to call values by their names; null where they are not known
 * @param zone the IANA time zone to tell instants in
 */
export function activeFilters(
  query: TicketQuery,
  facets: Facets | null,
  zone: string,
): readonly ActiveFilter[] {
  return [
    ...searchFilters(query),
    ...dateFilter(query, zone),
    ...FACETS.flatMap((facet) => facetFilters(query, facet, facets)),
    ...otherFilters(query, zone),
    ...deletedFilter(query),
  ];
}

/** A filter as a sentence has it: `Status: not Resolved`; a title that says it all stands alone. */
export function filterLabels({ title, value, excludes }: ActiveFilter): string {
  if (title === value) return title;
  return `${title}: ${excludes ? 'not ' : ''}${value}`;
}

/** Each word, phrase or list of numbers as it is written, with its minus. */
function searchFilters({ q }: TicketQuery): ActiveFilter[] {
  const parts = searchParts(q);
  return parts.map(({ written, term }, index) => {
    const id = `q${index}`;
    const rest = { q: joinSearch(parts.filter((_, other) => other !== index)) };
    if (term.kind !== 'ids') return plainFilter(id, 'Search', written, rest);
    return { ...ticketsFilter(id, term.ids, rest), excludes: term.excluded };
  });
}

/** Most ticket numbers shown. */
const MOST_NUMBERS = 5;

/** Tickets by their numbers: `1017, 1018`, of many the first ones and how many more there are. */
function ticketsFilter(id: string, ids: readonly number[], without: Partial<TicketQuery>): ActiveFilter {
  const more = ids.length - MOST_NUMBERS;
  const told = ids.slice(0, MOST_NUMBERS).join(', ');
  const value = more > 0 ? `${told} and ${formatCount(more)} more` : told;
  return plainFilter(id, ids.length === 1 ? 'Ticket' : 'Tickets', value, without);
}

function dateFilter({ issuedFrom, issuedTo }: TicketQuery, zone: string): ActiveFilter[] {
  if (issuedFrom === null && issuedTo === null) return [];
  const without = { issuedFrom: null, issuedTo: null };
  return [plainFilter('issued', 'Issued', formatDateRange(issuedFrom, issuedTo, zone), without)];
}

/** `4 Feb 2026 to 7 Feb 2026`, `since yesterday`, `today`, `last week`: a range as a query has it, at least one end given. */
export function formatDateRange(from: string | null, to: string | null, zone: string): string {
  const first = from === null ? null : formatQueryDate(from, zone);
  if (to === null) return relativePeriod(from ?? '')?.ago === 0 ? `${first}` : `since ${first}`;
  const last = formatQueryDate(lastWithin(to, zone), zone);
  if (first === null) return `up to ${last}`;
  return first === last ? first : `${first} to ${last}`;
}

/** The last day of a range. Its end is exclusive: at the start of a day of the zone, it is the day before. */
function lastWithin(to: string, zone: string): string {
  const end = Date.parse(to);
  const endsDay = isInstant(to) && startOfDay(dayIn(end, zone), zone) === end;
  return endsDay ? new Date(startOfDay(addDays(dayIn(end, zone), -1), zone)).toISOString() : to;
}

function facetFilters(query: TicketQuery, facet: Facet, facets: Facets | null): ActiveFilter[] {
  const label = (value: string) =>
    formatFacetLabel(
      facet,
      facets?.[facet].find((known) => known.value === value)?.label ?? nameOfAbsent(facet, value),
    );
  const filter = (value: string, excludes: boolean): ActiveFilter => ({
    id: `${facet}=${excludes ? '-' : ''}${value}`,
    facet,
    title: fieldTitle(facet),
    value: label(value),
    excludes,
    without: toggleValue(query, facet, value),
  });
  return [
    ...selectedValues(query, facet).map((value) => filter(value, false)),
    ...excludedValues(query, facet).map((value) => filter(value, true)),
  ];
}

function otherFilters(query: TicketQuery, zone: string): ActiveFilter[] {
  const { ids, customerOf, changedSince } = query;
  return [
    ...(ids.length > 0 ? [ticketsFilter('ids', ids, { ids: DEFAULT_QUERY.ids })] : []),
    ...(customerOf === null
      ? []
      : [plainFilter('customerOf', 'Customer', `as of ticket ${customerOf}`, { customerOf: null })]),
    ...PLAIN_FLAGS.flatMap((key) => {
      const value = query[key];
      return value === null ? [] : plainFilter(key, fieldTitle(key), flagLabel(key, value), { [key]: null });
    }),
    ...(changedSince === null
      ? []
      : [
          plainFilter('changedSince', 'New or changed', `since ${formatExact(changedSince, zone)}`, {
            changedSince: null,
          }),
        ]),
  ];
}

function deletedFilter({ deleted }: TicketQuery): ActiveFilter[] {
  if (deleted === DEFAULT_QUERY.deleted) return [];
  const value = deleted === 'only' ? 'only deleted ones' : 'included';
  return [plainFilter('deleted', 'Deleted', value, { deleted: DEFAULT_QUERY.deleted })];
}

function plainFilter(id: string, title: string, value: string, without: Partial<TicketQuery>): ActiveFilter {
  return { id, facet: null, title, value, excludes: false, without };
}
