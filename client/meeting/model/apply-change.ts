import { isDay, type Ticket } from '../../../contract/index.ts';
import { MAX_TEXT, MAX_TICKETS } from './limits.ts';
import { emptyNote, type Head, isEmptyNote, type Meeting, type Note } from './meeting.ts';
import { truncateText, truncateTicket } from './truncate-ticket.ts';

/** A change of a meeting. */
export type Change =
  | { readonly kind: 'go'; readonly ticket: number; readonly at: string }
  | { readonly kind: 'note'; readonly ticket: number; readonly note: Partial<Omit<Note, 'ticket'>> }
  | { readonly kind: 'add'; readonly tickets: readonly Ticket[] }
  | {
      readonly kind: 'head';
      readonly head: Partial<Pick<Head, 'masked' | 'clock' | 'endedAt'>>;
    };

/** The meeting after a change. A ticket that it does not have cannot be up, nor be said anything about. */
export function applyChange(meeting: Meeting, change: Change): Meeting {
  switch (change.kind) {
    case 'go':
      return goTo(meeting, change.ticket, change.at);
    case 'note':
      return writeNote(meeting, change.ticket, change.note);
    case 'add':
      return addTickets(meeting, change.tickets);
    case 'head':
      return { ...meeting, head: { ...meeting.head, ...change.head } };
  }
}

function goTo(meeting: Meeting, ticket: number, at: string): Meeting {
  if (!meeting.tickets.has(ticket) || meeting.head.current === ticket) return meeting;
  return { ...meeting, head: { ...meeting.head, current: ticket, currentSince: at } };
}

function writeNote(meeting: Meeting, ticket: number, change: Partial<Note>): Meeting {
  if (!meeting.tickets.has(ticket)) return meeting;
  const before = meeting.notes.get(ticket) ?? emptyNote(ticket);
  const note = fitNote({ ...before, ...change });
  // A ticket with a decision was reached, whether or not somebody pressed the key for it.
  const decided = note.decision !== '' && before.decision === '' && note.mark === null;
  return {
    ...meeting,
    head: resumed(meeting.head),
    notes: new Map(meeting.notes).set(ticket, decided ? { ...note, mark: 'discussed' } : note),
  };
}

/** A field holds its reader to a length; what is chosen, put in or left half by an input method may be longer. */
function fitNote(note: Note): Note {
  return {
    ...note,
    decision: truncateText(note.decision, MAX_TEXT.decision),
    owner: truncateText(note.owner, MAX_TEXT.owner),
    due: isDay(note.due) ? note.due : '',
  };
}

function addTickets(meeting: Meeting, added: readonly Ticket[]): Meeting {
  const room = MAX_TICKETS - meeting.head.entries.length;
  const once = [...new Map(added.map((ticket) => [ticket.id, ticket])).values()];
  const fresh = once.filter(({ id }) => !meeting.tickets.has(id)).slice(0, room);
  const entries = fresh.map(({ id }) => ({ id, carried: 0, added: true }));
  return {
    ...meeting,
    head: { ...resumed(meeting.head), entries: [...meeting.head.entries, ...entries] },
    tickets: new Map([
      ...meeting.tickets,
      ...fresh.map((ticket) => [ticket.id, truncateTicket(ticket)] as const),
    ]),
  };
}

/** A meeting in which something is said or added has not ended. */
function resumed(head: Head): Head {
  return head.endedAt === null ? head : { ...head, endedAt: null };
}

/** The ticket at a position, from 1; the nearest end for one out of range. */
export function ticketAtPosition(head: Head, place: number): number {
  const last = head.entries.length;
  return head.entries[Math.min(Math.max(place, 1), last) - 1]?.id ?? head.current;
}

/** The position of the current ticket, from 1. */
export function currentPosition(head: Head): number {
  return head.entries.findIndex(({ id }) => id === head.current) + 1;
}

/** The number of reviewed tickets. */
export function countReviewed(notes: ReadonlyMap<number, Note>): number {
  let count = 0;
  for (const { mark } of notes.values()) if (mark !== null) count++;
  return count;
}

/** The notes that are not empty. */
export function nonEmptyNotes(notes: ReadonlyMap<number, Note>): readonly Note[] {
  return [...notes.values()].filter((note) => !isEmptyNote(note));
}
