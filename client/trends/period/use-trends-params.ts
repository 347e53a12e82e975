import { useCallback, useMemo } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import { formatAddress } from '../../address/address.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import { formatParams, readParams, type TrendsParams } from './trends-params.ts';

/** The params that the address has, and their change, which Back takes back. */
export function useTrendsParams(): readonly [TrendsParams, (next: TrendsParams) => void] {
  const { workspace, query } = useListState();
  const search = useSearch();
  const params = useMemo(() => readParams(search), [search]);
  const change = useCallback(
    (next: TrendsParams) =>
      navigate(formatAddress(workspace, query, { screen: 'trends', params: formatParams(next) }), {
        // The list's snapshot stays.
        state: history.state,
      }),
    [workspace, query],
  );
  return [params, change];
}
