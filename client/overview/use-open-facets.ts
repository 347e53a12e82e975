import { DEFAULT_QUERY, type Facets } from '../../contract/index.ts';
import { ticketsQuery } from '../api/tickets.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { isOpenOnly, withFilters } from '../filters/with-filters.ts';
import { useListState, useShownList } from '../workspace/workspace-context.ts';

/** The facets of the open tickets under the list's query; null before they are known. */
interface OpenFacets {
  readonly facets: Facets | null;
  /** Whether they still belong to the previous query. */
  readonly isStale: boolean;
}

/**
 * Facets of the list on screen if it had open tickets alone, from the same snapshot. Often it has no others,
 * and its own facets will do.
 */
export function useOpenFacets(): OpenFacets {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const { workspace, apiQuery } = listState;
  const asOpen = isOpenOnly(apiQuery);
  const open = withFilters(apiQuery, { open: true, perPage: 1, sort: DEFAULT_QUERY.sort, since: null });
  const other = useSteadyQuery({
    ...ticketsQuery(workspace, open),
    enabled: !asOpen && apiQuery.at !== null,
  });
  if (asOpen) return { facets: list?.facets ?? null, isStale };
  return { facets: other.data?.facets ?? null, isStale: isStale || other.isStale };
}
