import type { Meeting, Outline } from '../record/meeting.ts';
import { MeetingGone, type MeetingStore, MeetingTaken } from './store.ts';

/** Keeps meetings for as long as the page is open, where the browser keeps nothing. */
export function memoryStore(): MeetingStore {
  const meetings = new Map<string, Meeting>();
  return {
    lasting: false,
    list: async () => ({ meetings: newestFirst([...meetings.values()]), unreadable: 0 }),
    read: async (id) => meetings.get(id) ?? null,
    lead: async (id) => {
      const meeting = meetings.get(id);
      if (meeting === undefined) return null;
      const led = { ...meeting, head: { ...meeting.head, term: meeting.head.term + 1 } };
      meetings.set(id, led);
      return led;
    },
    write: async (meeting) => {
      refuseEarlier(meetings.get(meeting.head.id), meeting.head.term);
      meetings.set(meeting.head.id, meeting);
    },
    update: async (id, { head, notes = [], tickets = [] }, term) => {
      const before = meetings.get(id);
      if (before === undefined) throw new MeetingGone();
      refuseEarlier(before, term);
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

function refuseEarlier(kept: Meeting | undefined, term: number): void {
  if (kept !== undefined && kept.head.term > term) throw new MeetingTaken();
}

/** In the order of a list. */
export function newestFirst<Listed extends Outline>(meetings: readonly Listed[]): readonly Listed[] {
  return meetings.toSorted((a, b) => b.head.startedAt.localeCompare(a.head.startedAt));
}
