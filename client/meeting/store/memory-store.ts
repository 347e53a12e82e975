import type { Meeting, Outline } from '../model/meeting.ts';
import { MeetingDeleted, MeetingLedElsewhere, type MeetingStore } from './meeting-store.ts';

/** A store for as long as the page is open, where the browser allows none. */
export function memoryStore(): MeetingStore {
  const meetings = new Map<string, Meeting>();
  return {
    lasting: false,
    list: async () => ({ meetings: newestFirst([...meetings.values()]), unreadable: 0 }),
    read: async (id) => meetings.get(id) ?? null,
    takeLead: async (id) => {
      const meeting = meetings.get(id);
      if (meeting === undefined) return null;
      const next = { ...meeting, head: { ...meeting.head, term: meeting.head.term + 1 } };
      meetings.set(id, next);
      return next;
    },
    write: async (meeting) => {
      refuseOlderTerm(meetings.get(meeting.head.id), meeting.head.term);
      meetings.set(meeting.head.id, meeting);
    },
    update: async (id, { head, notes = [], tickets = [] }, term) => {
      const before = meetings.get(id);
      if (before === undefined) throw new MeetingDeleted();
      refuseOlderTerm(before, term);
      meetings.set(id, {
        head: head ?? before.head,
        notes: new Map([...before.notes, ...notes.map((note) => [note.ticket, note] as const)]),
        tickets: new Map([...before.tickets, ...tickets.map((ticket) => [ticket.id, ticket] as const)]),
      });
    },
    remove: async (id) => {
      meetings.delete(id);
    },
    wipe: async () => meetings.clear(),
  };
}

function refuseOlderTerm(stored: Meeting | undefined, term: number): void {
  if (stored !== undefined && stored.head.term > term) throw new MeetingLedElsewhere();
}

/** In the order of a list. */
export function newestFirst<Listed extends Outline>(meetings: readonly Listed[]): readonly Listed[] {
  return meetings.toSorted((a, b) => b.head.startedAt.localeCompare(a.head.startedAt));
}
