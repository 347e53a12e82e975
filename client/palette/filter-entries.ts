import {
  FACETS,
  type Facet,
  type Facets,
  type FacetValue,
  isFlag,
  type TicketQuery,
} from '../../contract/index.ts';
import { excludedValues, excludeValue, onlyValue } from '../filters/change-filters.ts';
import { DATE_PRESETS } from '../filters/date-presets.ts';
import { fieldTitle } from '../format/fields.ts';
import { formatCountOf } from '../format/numbers.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import type { PaletteEntry } from './palette-entry.ts';

const GROUP = 'Filters';

type UpdateQuery = (change: Partial<TicketQuery>) => void;

/**
 * Every value of every facet as a filter to set, the others staying as they are, and to exclude.
 *
 * @param isCounted whether the facets are counted under this query; of a stale list they are not
 */
export function filterEntries(
  query: TicketQuery,
  facets: Facets | null,
  isCounted: boolean,
  updateQuery: UpdateQuery,
): readonly PaletteEntry[] {
  const values =
    facets === null ? [] : FACETS.flatMap((facet) => facets[facet].map((value) => [facet, value] as const));
  return [
    ...values.map(([facet, value]) => onlyEntry(query, facet, value, isCounted, updateQuery)),
    ...DATE_PRESETS.map(({ label, range }) => ({
      id: `issued-${label}`,
      group: GROUP,
      label: `Issued: ${label}`,
      run: () => updateQuery(range),
    })),
    ...values.flatMap(([facet, value]) =>
      isFlag(facet) ? [] : [notEntry(query, facet, value, updateQuery)],
    ),
  ];
}

function onlyEntry(
  query: TicketQuery,
  facet: Facet,
  value: FacetValue,
  isCounted: boolean,
  updateQuery: UpdateQuery,
): PaletteEntry {
  return {
    id: `only-${facet}-${value.value}`,
    group: GROUP,
    label: isFlag(facet) ? value.label : `${fieldTitle(facet)}: ${formatFacetLabel(facet, value.label)}`,
    // What a facet's value counts is what would be listed with this value alone.
    ...(isCounted && { detail: formatCountOf(value.count, 'ticket') }),
    run: () => updateQuery(onlyValue(query, facet, value.value)),
  };
}

function notEntry(
  query: TicketQuery,
  facet: Facet,
  value: FacetValue,
  updateQuery: UpdateQuery,
): PaletteEntry {
  const excluded = excludedValues(query, facet).includes(value.value);
  return {
    id: `not-${facet}-${value.value}`,
    group: GROUP,
    label: `${fieldTitle(facet)}: ${excluded ? 'no longer ' : ''}not ${formatFacetLabel(facet, value.label)}`,
    run: () => updateQuery(excludeValue(query, facet, value.value)),
  };
}
