import { queryOptions } from '@tanstack/react-query';
import { openStore } from './open-store.ts';
import type { MeetingList } from './store.ts';

/** Everything that is kept, and whether it outlives the page. */
export interface Kept extends MeetingList {
  readonly lasting: boolean;
}

/** The meetings that are kept, as they are whenever a screen begins to show them. */
export function keptQuery() {
  return queryOptions({
    queryKey: ['kept meetings'],
    queryFn: async (): Promise<Kept> => {
      const store = await openStore();
      return { ...(await store.list()), lasting: store.lasting };
    },
    // What is there may be any number of keystrokes old.
    staleTime: 0,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    structuralSharing: false,
  });
}
