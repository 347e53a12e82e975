import type { Ticket } from '../schemas/ticket.ts';
import { isNoteChange, type MeetingChange, type NoteChange, noteFieldOf } from './change.ts';
import { MAX_TICKETS } from './limits.ts';
import { emptyNote, type Meeting, type Note } from './meeting.ts';
import { truncateChange } from './truncate-change.ts';

/**
 * Applies a change to a meeting. One that changes nothing, or does not fit, returns the same meeting.
 */
export function applyChange(meeting: Meeting, given: MeetingChange): Meeting {
  const change = truncateChange(given);
  if (isNoteChange(change)) return setNote(meeting, change);
  if (change.type === 'add-items') return addItems(meeting, change.tickets);
  if (change.endedAt === meeting.head.endedAt) return meeting;
  return { ...meeting, head: { ...meeting.head, endedAt: change.endedAt } };
}

function setNote(meeting: Meeting, change: NoteChange): Meeting {
  const { ticket, type, ...value } = change;
  if (!meeting.tickets.has(ticket)) return meeting;
  const before = noteOf(meeting, ticket);
  const after = { ...before, ...value };
  const field = noteFieldOf(change);
  if (after[field] === before[field]) return meeting;
  return { ...meeting, notes: new Map(meeting.notes).set(ticket, after) };
}

function addItems(meeting: Meeting, added: readonly Ticket[]): Meeting {
  const { items } = meeting.head;
  const once = [...new Map(added.map((ticket) => [ticket.id, ticket])).values()];
  const fresh = once.filter(({ id }) => !meeting.tickets.has(id)).slice(0, MAX_TICKETS - items.length);
  if (fresh.length === 0) return meeting;
  const joined = fresh.map(({ id }) => ({ id, carriedOver: 0, added: true }));
  return {
    ...meeting,
    head: { ...meeting.head, items: [...items, ...joined] },
    tickets: new Map([...meeting.tickets, ...fresh.map((ticket) => [ticket.id, ticket] as const)]),
  };
}

/** Whether a change can be applied to a meeting: it has the change's ticket, or space for more. */
export function changeFits({ head, tickets }: Meeting, change: MeetingChange): boolean {
  if (isNoteChange(change)) return tickets.has(change.ticket);
  return change.type !== 'add-items' || head.items.length < MAX_TICKETS;
}

/** The note on a ticket; an empty one for a ticket without. */
export function noteOf({ notes }: Pick<Meeting, 'notes'>, ticket: number): Note {
  return notes.get(ticket) ?? emptyNote(ticket);
}
