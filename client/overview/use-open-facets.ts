import { useState } from 'react';
import { DEFAULT_QUERY, type Facets } from '../../contract/index.ts';
import { ticketsQuery } from '../api/tickets.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { filtersKey } from '../filters/change-filters.ts';
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
  const { workspace, apiQuery } = useListState();
  const { list, isStale } = useShownList();
  const asOpen = isOpenOnly(apiQuery);
  const open = withFilters(apiQuery, { open: true, perPage: 1, sort: DEFAULT_QUERY.sort, since: null });
  const other = useSteadyQuery({
    ...ticketsQuery(workspace, open),
    enabled: !asOpen && apiQuery.at !== null,
  });
  const isOld = isStale || (!asOpen && other.isStale);
  const facets = (asOpen ? list?.facets : other.data?.facets) ?? null;
  return { facets: useLastKnown(isOld ? null : facets), isStale: isOld };
}

/** Facets of all open tickets, whatever the filters, from the snapshot of the list on screen; null before they are known. */
export function useAllOpenFacets(): Facets | null {
  const { workspace, apiQuery } = useListState();
  const { list, isStale } = useShownList();
  const all = withFilters({ ...DEFAULT_QUERY, at: apiQuery.at }, { open: true });
  const isAll = filtersKey(apiQuery) === filtersKey(all);
  const other = useSteadyQuery({
    ...ticketsQuery(workspace, { ...all, perPage: 1 }),
    enabled: !isAll && apiQuery.at !== null,
  });
  const isOld = isAll ? isStale : other.isStale;
  const facets = (isAll ? list?.facets : other.data?.facets) ?? null;
  return useLastKnown(isOld ? null : facets);
}

/** The last facets that were known: a list on its way still has those of another query. */
function useLastKnown(known: Facets | null): Facets | null {
  const [last, setLast] = useState(known);
  if (known !== null && known !== last) setLast(known);
  return known ?? last;
}
