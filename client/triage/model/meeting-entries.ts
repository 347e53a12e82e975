import type { Ticket } from '../../../contract/index.ts';
import {
  isEmptyNote,
  isVerdict,
  type Meeting,
  type MeetingItem,
  type Note,
  noteOf,
} from '../../../contract/meeting/index.ts';

/** A ticket of a meeting with all that the meeting knows about it. */
export interface MeetingEntry {
  /** From 1. */
  readonly position: number;
  readonly item: MeetingItem;
  readonly ticket: Ticket;
  readonly note: Note;
}

/** The tickets of a meeting in order, with their notes. */
export function entriesOf(meeting: Meeting): readonly MeetingEntry[] {
  return meeting.head.items.flatMap((item, index) => {
    const ticket = meeting.tickets.get(item.id);
    return ticket === undefined
      ? []
      : [{ position: index + 1, item, ticket, note: noteOf(meeting, item.id) }];
  });
}

/** The entries without a verdict, the parked ones among them, in order. */
export function unreviewedEntries(meeting: Meeting): readonly MeetingEntry[] {
  return entriesOf(meeting).filter(({ note }) => !isVerdict(note.mark));
}

/** The notes that are not empty. */
export function nonEmptyNotes(notes: ReadonlyMap<number, Note>): readonly Note[] {
  return [...notes.values()].filter((note) => !isEmptyNote(note));
}
