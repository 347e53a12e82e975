import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { DEFAULT_QUERY, type Facets, type TicketQuery } from '../../contract/index.ts';
import { toApiQuery, useCalendar } from '../address/api-query.ts';
import { facetsQuery } from '../api/facets.ts';
import { useRested } from './use-rested.ts';
import { useListState, useShownList } from './workspace-context.ts';

/** Time that the filters must stay the same before their facets are fetched, in milliseconds. */
const REST = 250;

/**
 * The facets of the snapshot on screen under other filters than the list's; null until they are known. Those of
 * the list are known already, and stay so when the list goes on; others are fetched once the filters rest, one
 * query at a time, and a query that is no longer wanted is cancelled.
 *
 * @param filters the same object as long as they are the same; null for none wanted
 */
export function useFacetsUnder(filters: Partial<TicketQuery> | null): Facets | null {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const calendar = useCalendar();
  const client = useQueryClient();
  const at = list?.snapshot.number ?? null;
  const { workspace, apiQuery } = listState;

  const shown = useMemo(() => facetsQuery(workspace, { ...apiQuery, at }), [workspace, apiQuery, at]);
  const shownFacets = isStale || at === null ? null : (list?.facets ?? null);
  useEffect(() => {
    if (shownFacets !== null) client.setQueryData(shown.queryKey, shownFacets);
  }, [client, shown, shownFacets]);

  const wanted = useMemo(() => {
    if (filters === null || at === null) return null;
    return facetsQuery(workspace, toApiQuery({ ...DEFAULT_QUERY, ...filters, at }, calendar));
  }, [workspace, filters, at, calendar]);
  const key = wanted?.queryKey.join(' ') ?? null;
  const isRested = useRested(key, REST) === key;
  const { data } = useQuery({ ...(wanted ?? shown), enabled: wanted !== null && isRested });
  if (wanted === null) return null;
  return data ?? (key === shown.queryKey.join(' ') ? shownFacets : null);
}
