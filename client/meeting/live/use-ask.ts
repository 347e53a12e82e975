import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ticketsQuery } from '../../api/tickets.ts';
import type { Ask } from './look.ts';

/** Asks this workspace's lists. A page that is pinned to a snapshot is fetched once, whoever asks. */
export function useAsk(workspace: string): Ask {
  const client = useQueryClient();
  return useCallback((query) => client.fetchQuery(ticketsQuery(workspace, query)), [client, workspace]);
}
