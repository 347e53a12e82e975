import { queryOptions } from '@tanstack/react-query';
import { openStore } from './open-store.ts';

/** The query of one stored meeting, null if there is none; fresh for every screen. */
export function storedMeetingQuery(id: string) {
  return queryOptions({
    queryKey: ['meeting', id],
    queryFn: async () => (await openStore()).read(id),
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  });
}
