import { queryOptions } from '@tanstack/react-query';
import type { MeetingList } from './meeting-store.ts';
import { openStore } from './open-store.ts';

/** The stored meetings, and whether they outlive the page. */
export interface StoredMeetings extends MeetingList {
  readonly lasting: boolean;
}

/** The query of all stored meetings, fresh for every screen. */
export function storedMeetingsQuery() {
  return queryOptions({
    queryKey: ['meetings'],
    queryFn: async (): Promise<StoredMeetings> => {
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
