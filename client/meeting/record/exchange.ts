import * as z from 'zod/mini';
import { ticketSchema } from '../../../contract/index.ts';
import { spokenNotes } from './change.ts';
import { shownMeeting } from './masked.ts';
import { headSchema, type Meeting, newMeetingId, noteSchema } from './meeting.ts';

/** The largest file that is read, in bytes: more than a meeting of the most and longest tickets needs. */
export const MAX_FILE = 50_000_000;

const fileSchema = z.object({
  loopdesk: z.literal('meeting'),
  version: z.literal(1),
  head: headSchema,
  tickets: z.array(ticketSchema),
  notes: z.array(noteSchema),
});

/**
 * A meeting as the text of a file that {@link readMeeting} takes.
 *
 * @param masked whether customers' names and e-mails are left out
 */
export function writeMeeting(meeting: Meeting, masked: boolean): string {
  const shown = shownMeeting(meeting, masked);
  const file: z.infer<typeof fileSchema> = {
    loopdesk: 'meeting',
    version: 1,
    head: { ...shown.head, namesGone: shown.head.namesGone || masked },
    tickets: [...shown.tickets.values()],
    notes: [...spokenNotes(shown.notes)],
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

export type ReadMeeting =
  | { readonly ok: true; readonly meeting: Meeting }
  /** Why it is none, in a sentence. */
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a meeting from a file that any hand may have written.
 *
 * @param isTaken whether a meeting of that id is there already: then it comes in as another one
 */
export function readMeeting(text: string, isTaken: (id: string) => boolean): ReadMeeting {
  const parsed = z.safeParse(fileSchema, parseJson(text));
  if (!parsed.success) return { ok: false, reason: reasonOf(parsed.error) };
  const { head, ...rest } = parsed.data;
  const tickets = new Map(rest.tickets.map((ticket) => [ticket.id, ticket]));
  const ids = new Set(head.entries.map(({ id }) => id));
  if (ids.size !== head.entries.length) return { ok: false, reason: 'It names a ticket twice.' };
  const lost = head.entries.find(({ id }) => !tickets.has(id));
  if (lost !== undefined) return { ok: false, reason: `Ticket ${lost.id} is not in the file.` };
  const [first] = ids;
  return {
    ok: true,
    meeting: {
      head: {
        ...head,
        id: isTaken(head.id) ? newMeetingId() : head.id,
        current: ids.has(head.current) ? head.current : (first ?? head.current),
      },
      tickets: new Map([...tickets].filter(([id]) => ids.has(id))),
      notes: new Map(rest.notes.filter(({ ticket }) => ids.has(ticket)).map((note) => [note.ticket, note])),
    },
  };
}

/** Undefined, which no schema takes, for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return where === ''
    ? 'It is no file that Loopdesk has exported a meeting to.'
    : `It is no meeting that this version of Loopdesk can read: ${where} is missing or malformed.`;
}
