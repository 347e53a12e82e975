import * as z from 'zod/mini';
import { MAX_TICKETS } from './limits.ts';
import { instantSchema, meetingTicketIdSchema, meetingTicketSchema, noteSchema } from './meeting.ts';

const { mark, decision, owner, due } = noteSchema.shape;
const ticket = meetingTicketIdSchema;

/** A change of what a meeting shares: one field each, so that changes of different fields never collide. */
export const meetingChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set-mark'), ticket, mark }),
  z.object({ type: z.literal('set-decision'), ticket, decision }),
  z.object({ type: z.literal('set-owner'), ticket, owner }),
  z.object({ type: z.literal('set-due'), ticket, due }),
  z.object({
    type: z.literal('add-items'),
    tickets: z.array(meetingTicketSchema).check(z.minLength(1), z.maxLength(MAX_TICKETS)),
  }),
  z.object({ type: z.literal('set-ended'), endedAt: z.nullable(instantSchema) }),
]);

export type MeetingChange = z.infer<typeof meetingChangeSchema>;

/** A change of a ticket's note. */
export type NoteChange = Extract<MeetingChange, { readonly ticket: number }>;

export type NoteField = 'mark' | 'decision' | 'owner' | 'due';

/** The address of a field in a meeting. */
export type MeetingField = 'items' | 'endedAt' | `notes/${number}/${NoteField}`;

const NOTE_FIELDS = {
  'set-mark': 'mark',
  'set-decision': 'decision',
  'set-owner': 'owner',
  'set-due': 'due',
} as const satisfies Record<NoteChange['type'], NoteField>;

/** The field of a note that a change sets. */
export function noteFieldOf({ type }: NoteChange): NoteField {
  return NOTE_FIELDS[type];
}

/** Whether a change is one of a note. */
export function isNoteChange(change: MeetingChange): change is NoteChange {
  return change.type in NOTE_FIELDS;
}

/** The fields that a change sets. Two changes conflict if they have one in common. */
export function changedFields(change: MeetingChange): readonly MeetingField[] {
  if (isNoteChange(change)) return [`notes/${change.ticket}/${noteFieldOf(change)}`];
  return [change.type === 'add-items' ? 'items' : 'endedAt'];
}
