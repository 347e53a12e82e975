import type { MeetingListEntry } from '../store/meeting-store.ts';
import {
  type MeetingDatabase,
  MeetingDeleted,
  MeetingLedElsewhere,
  type StoredMeeting,
} from './meeting-database.ts';

/** Opens a database for as long as the page is open, where the browser allows none. */
export function openMemoryDatabase(): MeetingDatabase {
  const meetings = new Map<string, StoredMeeting>();
  return {
    lasting: false,
    list: async () => ({
      meetings: newestFirst([...meetings.values()].map(({ meeting }) => meeting)),
      unreadable: 0,
    }),
    read: async (id) => meetings.get(id) ?? null,
    takeLead: async (id) => {
      const stored = meetings.get(id);
      if (stored === undefined) return null;
      const next = { ...stored, term: stored.term + 1 };
      meetings.set(id, next);
      return next;
    },
    write: async (stored) => {
      refuseOlderTerm(meetings.get(stored.meeting.head.id), stored.term);
      meetings.set(stored.meeting.head.id, stored);
    },
    update: async (id, { head, notes = [], tickets = [] }, term) => {
      const before = meetings.get(id);
      if (before === undefined) throw new MeetingDeleted();
      refuseOlderTerm(before, term);
      const { meeting } = before;
      meetings.set(id, {
        term,
        meeting: {
          ...meeting,
          ...head,
          notes: new Map([...meeting.notes, ...notes.map((note) => [note.ticket, note] as const)]),
          tickets: new Map([...meeting.tickets, ...tickets.map((ticket) => [ticket.id, ticket] as const)]),
        },
      });
    },
    remove: async (id) => {
      meetings.delete(id);
    },
    wipe: async () => meetings.clear(),
  };
}

function refuseOlderTerm(stored: StoredMeeting | undefined, term: number): void {
  if (stored !== undefined && stored.term > term) throw new MeetingLedElsewhere();
}

/** Meetings in the order of a list. */
export function newestFirst<Listed extends MeetingListEntry>(meetings: readonly Listed[]): readonly Listed[] {
  return meetings.toSorted((a, b) => b.head.startedAt.localeCompare(a.head.startedAt));
}
