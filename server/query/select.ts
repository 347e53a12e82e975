import type { TicketQuery } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type CountedFacets, countFacets } from './count.ts';
import { filterTickets } from './filter.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';
import { countPositions, type PositionSet } from './position-set.ts';

/** The tickets that pass a query's filters, whatever its order and page. */
export interface Selection {
  readonly matches: PositionSet;
  /** The number of tickets that match. */
  readonly total: number;
  readonly facets: CountedFacets;
}

/** Paging, sorting anew and asking for the changes since all come back with the same filters. */
const SELECTIONS = 16;

const memoizeSelection = memoizePerSnapshot<Selection>(SELECTIONS);

/** Applies a query's filters and counts all facets under them. */
export function selectTickets(snapshot: Snapshot, query: TicketQuery): Selection {
  return memoizeSelection(snapshot, filterKey(query), () => select(snapshot, query));
}

/** Keys of a query that are no filters: they say how its answer is shown, and what it is read from or compared with. */
const NO_FILTER = { page: 0, perPage: 0, sort: null, columns: null, at: null, since: null } satisfies {
  readonly [Key in keyof TicketQuery]?: unknown;
};

/** The same for two queries that have the same filters. Whatever a query has that is not listed above is one. */
export function filterKey(query: TicketQuery): string {
  return JSON.stringify({ ...query, ...NO_FILTER });
}

function select(snapshot: Snapshot, query: TicketQuery): Selection {
  const filtered = filterTickets(snapshot, query);
  const total = countPositions(filtered.matches);
  return { matches: filtered.matches, total, facets: countFacets(snapshot, filtered, total) };
}
