import * as z from 'zod/mini';
import { isDay, isTicketId, type Ticket } from '../../../contract/index.ts';
import { MAX_LABEL, MAX_SEARCH, MAX_TEXT, MAX_TICKETS } from './limits.ts';

/** What a meeting can make of a ticket. One without a mark was not reached. */
export const MARKS = ['discussed', 'follow-up', 'skipped'] as const;

export type Mark = (typeof MARKS)[number];

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** An instant as servers and browsers write it: of the years 0 to 9999, which every calendar can show. */
export const instant = z
  .string()
  .check(z.refine((text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)), 'is no date'));

/** The id of a ticket. */
export const ticketId = z.int().check(z.refine(isTicketId, 'is no whole number from 1'));
const count = z.int().check(z.nonnegative());
const label = z.string().check(z.maxLength(MAX_LABEL));
const meetingId = z.string().check(z.regex(/^[a-z0-9]{8,40}$/));

/** What the meeting has said about one ticket. */
export const noteSchema = z.object({
  ticket: ticketId,
  mark: z.nullable(z.enum(MARKS)),
  decision: z.string().check(z.maxLength(MAX_TEXT.decision)),
  owner: z.string().check(z.maxLength(MAX_TEXT.owner)),
  /** A day like `2026-02-04`, or '' for none. */
  due: z.string().check(z.refine((day) => day === '' || isDay(day), 'is no day')),
});

/** A ticket's place in the meeting. */
const entrySchema = z.object({
  id: ticketId,
  /** How many meetings before this one, in a row, have had it and not reached it. */
  carried: count,
  /** Whether it joined after the meeting had begun. */
  added: z.boolean(),
});

/** All of a meeting but its tickets and what was said about them. Times are ISO instants. */
export const headSchema = z.object({
  id: meetingId,
  workspace: label,
  workspaceName: label,
  name: z.string().check(z.maxLength(MAX_TEXT.name)),
  startedAt: instant,
  endedAt: z.nullable(instant),
  /** The view that it was started from, as an address writes its query. */
  search: z.string().check(z.maxLength(MAX_SEARCH)),
  /** The data that the tickets were copied from, and how many tickets the view had in it. */
  frozen: z.object({
    snapshot: count,
    takenAt: z.nullable(instant),
    whole: z.boolean(),
    matching: count,
  }),
  /** The order, which nothing but tickets added at the end can change. */
  entries: z.array(entrySchema).check(z.minLength(1), z.maxLength(MAX_TICKETS)),
  /** The ticket that is up, and since when. */
  current: ticketId,
  currentSince: instant,
  /** Whether customers' names and e-mails are hidden on screen, in minutes and in exports. */
  masked: z.boolean(),
  /** Whether it is shown for how long a ticket has been up. */
  clock: z.boolean(),
  /** Whether the copies themselves have no names: it was imported from a file without them. */
  namesGone: z.boolean(),
  /** How often a window has begun to lead it: what an earlier one still writes comes too late. */
  term: z._default(count, 0),
  /** The meeting whose tickets were carried over into this one. */
  follows: z.nullable(z.object({ id: meetingId, name: label })),
});

export type Note = z.infer<typeof noteSchema>;
export type Head = z.infer<typeof headSchema>;
type Entry = z.infer<typeof entrySchema>;

/** A meeting as far as a list of meetings shows it. */
export interface Outline {
  readonly head: Head;
  /** By ticket; a ticket that nothing was said about has none. */
  readonly notes: ReadonlyMap<number, Note>;
}

/** A meeting with its own copy of its tickets, so that it outlives every snapshot. */
export interface Meeting extends Outline {
  /** By id; every entry has its ticket. */
  readonly tickets: ReadonlyMap<number, Ticket>;
}

/** A ticket of a meeting with all that the meeting knows about it. */
export interface Item {
  /** From 1. */
  readonly place: number;
  readonly entry: Entry;
  readonly ticket: Ticket;
  readonly note: Note;
}

/** The tickets in their order. */
export function itemsOf({ head, tickets, notes }: Meeting): readonly Item[] {
  return head.entries.flatMap((entry, index) => {
    const ticket = tickets.get(entry.id);
    return ticket === undefined
      ? []
      : [{ place: index + 1, entry, ticket, note: notes.get(entry.id) ?? emptyNote(entry.id) }];
  });
}

/** What is said of a ticket before anything is. */
export function emptyNote(ticket: number): Note {
  return { ticket, mark: null, decision: '', owner: '', due: '' };
}

/** Whether nothing is said. */
export function isEmptyNote({ mark, decision, owner, due }: Note): boolean {
  return mark === null && decision === '' && owner === '' && due === '';
}

/** An id that no other meeting has. It need not be secret. */
export function newMeetingId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
