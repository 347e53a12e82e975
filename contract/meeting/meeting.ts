import * as z from 'zod/mini';
import { isDay } from '../dates.ts';
import type { FieldKind } from '../field.ts';
import { FIELD_KEYS, fieldOf } from '../field-keys.ts';
import { plainName } from '../plain-name.ts';
import { type Ticket, ticketSchema } from '../schemas/ticket.ts';
import { isTicketId } from '../ticket-id.ts';
import { MAX_DESCRIPTION, MAX_LABEL, MAX_SEARCH, MAX_TEXT, MAX_TICKETS } from './limits.ts';

/** The marks of a ticket. One without a mark is not reviewed; a parked one comes back before the meeting's end. */
export const MARKS = ['discussed', 'follow-up', 'skipped', 'parked'] as const;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** An instant as servers and browsers write it: of the years 0 to 9999, which every calendar can show. */
export const instantSchema = z
  .string()
  .check(z.refine((text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)), 'is no date'));

/** The id of a ticket. */
export const meetingTicketIdSchema = z.int().check(z.refine(isTicketId, 'is no whole number from 1'));
export const countSchema = z.int().check(z.nonnegative());
const meetingIdSchema = z.string().check(z.regex(/^[a-z0-9]{8,40}$/));
const label = z.string().check(z.maxLength(MAX_LABEL));
const title = z.string().check(z.overwrite(plainName), z.maxLength(MAX_TEXT.title));

/** A meeting's note on one ticket. */
export const noteSchema = z.object({
  ticket: meetingTicketIdSchema,
  mark: z.nullable(z.enum(MARKS)),
  decision: z.string().check(z.maxLength(MAX_TEXT.decision)),
  owner: z.string().check(z.maxLength(MAX_TEXT.owner)),
  /** A day like `2026-02-04`, or '' for none. */
  due: z.string().check(z.refine((day) => day === '' || isDay(day), 'is no day')),
});

/** A ticket's place in the meeting. */
const itemSchema = z.object({
  /** The ticket's id. */
  id: meetingTicketIdSchema,
  /** The number of meetings in a row before this one that had it and did not review it. */
  carriedOver: countSchema,
  /** Whether it joined after the meeting had started. */
  added: z.boolean(),
});

/** The shared part of a meeting, without its tickets and notes. Times are ISO instants. */
export const meetingHeadSchema = z.object({
  id: meetingIdSchema,
  workspace: label,
  workspaceName: z.string().check(z.overwrite(plainName), z.maxLength(MAX_LABEL)),
  title,
  startedAt: instantSchema,
  endedAt: z.nullable(instantSchema),
  /** The query of the list that it was started from, as an address writes it. */
  search: z.string().check(z.maxLength(MAX_SEARCH)),
  /** The snapshot that the tickets were copied from, and how many of its tickets the list had. */
  snapshot: z.object({
    number: countSchema,
    takenAt: z.nullable(instantSchema),
    whole: z.boolean(),
    /** Number of tickets that it had, and that the upstream had; null where nobody knows, as in meetings of earlier versions. */
    loaded: z.nullable(countSchema),
    total: z.nullable(countSchema),
    matching: countSchema,
  }),
  /** The tickets in order, which nothing but tickets added at the end changes. */
  items: z.array(itemSchema).check(z.minLength(1), z.maxLength(MAX_TICKETS)),
  /** Whether the copies themselves have no names: it was imported from a file without them. */
  namesRemoved: z.boolean(),
  /** The meeting whose tickets were carried over into this one. */
  follows: z.nullable(z.object({ id: meetingIdSchema, title: label })),
});

const nullableLabel = z.nullable(label);

/** What a property of a ticket may hold in a meeting, by the kind of the field that it is of; null where any ticket's will do. */
const BOUNDS: Readonly<Record<FieldKind, z.ZodMiniType | null>> = {
  id: meetingTicketIdSchema,
  number: null,
  text: nullableLabel,
  words: z.nullable(z.string().check(z.maxLength(MAX_DESCRIPTION))),
  date: z.nullable(instantSchema),
  flag: null,
  age: null,
  person: z.nullable(z.object({ name: nullableLabel, email: nullableLabel })),
  email: null,
  segment: z.nullable(z.object({ id: z.nullable(z.number()), code: nullableLabel, name: nullableLabel })),
  customer: nullableLabel,
  moved: null,
};

/** A ticket that every screen can show: its dates are dates, and no text is longer than a meeting's are. */
export const meetingTicketSchema: z.ZodMiniType<Ticket> = z.extend(ticketSchema, boundsOfProperties());

function boundsOfProperties(): Record<never, z.ZodMiniType> {
  return Object.fromEntries(
    FIELD_KEYS.map(fieldOf).flatMap(({ kind, of }) => (BOUNDS[kind] === null ? [] : [[of, BOUNDS[kind]]])),
  );
}

export type Mark = (typeof MARKS)[number];
export type Note = z.infer<typeof noteSchema>;
export type MeetingHead = z.infer<typeof meetingHeadSchema>;
export type MeetingItem = z.infer<typeof itemSchema>;

/** A meeting as far as a list of meetings shows it. */
export interface MeetingOutline {
  readonly head: MeetingHead;
  /** By ticket; a ticket without a note has none. */
  readonly notes: ReadonlyMap<number, Note>;
}

/**
 * The shared state of a meeting, with its own copy of its tickets, so that it outlives every snapshot. What is each
 * viewer's own, such as the ticket in view, is no part of it.
 */
export interface Meeting extends MeetingOutline {
  /** By id; every item has its ticket. */
  readonly tickets: ReadonlyMap<number, Ticket>;
}

/** Returns an empty note. */
export function emptyNote(ticket: number): Note {
  return { ticket, mark: null, decision: '', owner: '', due: '' };
}

/** Whether a note is empty. */
export function isEmptyNote({ mark, decision, owner, due }: Note): boolean {
  return mark === null && decision === '' && owner === '' && due === '';
}
