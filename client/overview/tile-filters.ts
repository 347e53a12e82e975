import { type Facet, type Facets, NONE, type TicketQuery, URGENT } from '../../contract/index.ts';
import { clearFacet, excludedValues, selectedValues } from '../filters/change-filters.ts';
import { isOpenOnly, withFilters } from '../filters/with-filters.ts';

/** A number over the list: the open tickets that have one of these values. */
export interface TileFilter {
  readonly id: 'overdue' | 'urgent' | 'escalated' | 'unassigned' | 'new';
  readonly label: string;
  readonly facet: Facet;
  readonly values: readonly string[];
}

/** The tiles, most pressing first. */
export const TILE_FILTERS: readonly TileFilter[] = [
  { id: 'overdue', label: 'Overdue', facet: 'overdue', values: ['true'] },
  { id: 'urgent', label: 'Critical and high', facet: 'priority', values: URGENT },
  { id: 'escalated', label: 'Escalated', facet: 'status', values: ['ESCALATED'] },
  { id: 'unassigned', label: 'Unassigned', facet: 'assignee', values: [NONE] },
  { id: 'new', label: 'New in 24 hours', facet: 'age', values: ['0-1'] },
];

/** Number of tickets in the tile's list, from the facets of the open tickets under the query. */
export function tileCount({ facet, values }: TileFilter, ofOpen: Facets): number {
  return ofOpen[facet].reduce((sum, { value, count }) => sum + (values.includes(value) ? count : 0), 0);
}

/** Whether the query asks for exactly what the tile counts. */
export function isTileOn({ facet, values }: TileFilter, query: TicketQuery): boolean {
  const selected = selectedValues(query, facet);
  const same = selected.length === values.length && values.every((value) => selected.includes(value));
  return same && excludedValues(query, facet).length === 0 && isOpenOnly(query);
}

/** The query with the tile's filter on, or off again; open tickets alone either way. */
export function switchTile(tile: TileFilter, query: TicketQuery): TicketQuery {
  const { facet, values } = tile;
  if (isTileOn(tile, query)) return withFilters({ ...query, ...clearFacet(query, facet) }, { open: true });
  if (facet === 'overdue') return withFilters(query, { open: true, overdue: true });
  return withFilters(query, { open: true, [facet]: values });
}
