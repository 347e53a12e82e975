import type { Facets, TicketQuery } from '../../contract/index.ts';
import { clearFacet, excludedValues, selectedValues } from '../filters/change-filters.ts';
import { type PressingFilter, pressingChange } from '../filters/pressing-filters.ts';
import { isOpenOnly, withFilters } from '../filters/with-filters.ts';

/** Number of tickets in the tile's list, from the facets of the open tickets under the query. */
export function tileCount({ facet, values }: PressingFilter, ofOpen: Facets): number {
  return ofOpen[facet].reduce((sum, { value, count }) => sum + (values.includes(value) ? count : 0), 0);
}

/** Whether the query asks for exactly what the tile counts. */
export function isTileOn({ facet, values }: PressingFilter, query: TicketQuery): boolean {
  const selected = selectedValues(query, facet);
  const same = selected.length === values.length && values.every((value) => selected.includes(value));
  return same && excludedValues(query, facet).length === 0 && isOpenOnly(query);
}

/** The query with the tile's filter on, or off again; open tickets alone either way. */
export function switchTile(tile: PressingFilter, query: TicketQuery): TicketQuery {
  if (!isTileOn(tile, query)) return withFilters(query, pressingChange(tile));
  return withFilters({ ...query, ...clearFacet(query, tile.facet) }, { open: true });
}
