import { queryOptions } from '@tanstack/react-query';
import { openStore } from './open-store.ts';

/** One meeting as it is kept; null when there is none of that id. It is read anew by every screen. */
export function keptMeetingQuery(id: string) {
  return queryOptions({
    queryKey: ['kept meeting', id],
    queryFn: async () => (await openStore()).read(id),
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  });
}
