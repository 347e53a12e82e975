import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ticketsQuery } from '../../api/tickets.ts';
import type { FetchPage } from './fetch-live-state.ts';

/** Returns the fetcher of this workspace's lists. A page pinned to a snapshot is fetched once. */
export function useFetchPage(workspace: string): FetchPage {
  const client = useQueryClient();
  return useCallback((query) => client.fetchQuery(ticketsQuery(workspace, query)), [client, workspace]);
}
