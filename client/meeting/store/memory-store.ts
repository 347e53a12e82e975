import type { Meeting, Outline } from '../record/meeting.ts';
import { MeetingGone, type MeetingStore } from './store.ts';

/** Keeps meetings for as long as the page is open, where the browser keeps nothing. */
export function memoryStore(): MeetingStore {
  const meetings = new Map<string, Meeting>();
  return {
    lasting: false,
    list: async () => ({ meetings: newestFirst([...meetings.values()]), unreadable: 0 }),
    read: async (id) => meetings.get(id) ?? null,
    write: async (meeting) => {
      meetings.set(meeting.head.id, meeting);
    },
    update: async (id, { head, notes = [], tickets = [] }) => {
      const before = meetings.get(id);
      if (before === undefined) throw new MeetingGone();
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

/** In the order of a list. */
export function newestFirst<Listed extends Outline>(meetings: readonly Listed[]): readonly Listed[] {
  return meetings.toSorted((a, b) => b.head.startedAt.localeCompare(a.head.startedAt));
}
