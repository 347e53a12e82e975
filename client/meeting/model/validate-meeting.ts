import * as z from 'zod/mini';
import { ticketSchema } from '../../../contract/index.ts';
import { MAX_DESCRIPTION, MAX_LABEL, MAX_TICKETS } from './limits.ts';
import { headSchema, instant, type Meeting, noteSchema, ticketId } from './meeting.ts';

const label = z.nullable(z.string().check(z.maxLength(MAX_LABEL)));
const date = z.nullable(instant);
const segment = z.nullable(z.object({ id: z.nullable(z.number()), code: label, name: label }));

/** A ticket that every screen can show: its dates are dates, and no text is longer than a meeting's are. */
const shownTicketSchema = z.extend(ticketSchema, {
  id: ticketId,
  createdAt: date,
  updatedAt: date,
  deletedAt: date,
  issueDate: date,
  priority: label,
  status: label,
  type: label,
  description: z.nullable(z.string().check(z.maxLength(MAX_DESCRIPTION))),
  customerName: label,
  customerEmail: label,
  originSegment: segment,
  currentSegment: segment,
  assignedUser: z.nullable(z.object({ name: label, email: label })),
});

const partsSchema = z.object({
  head: headSchema,
  tickets: z.array(shownTicketSchema),
  notes: z.array(noteSchema),
});

/** The parts of a meeting, as any hand may have written them. */
export interface UnvalidatedMeeting {
  readonly head: unknown;
  readonly tickets: unknown;
  readonly notes: unknown;
}

/** A meeting that every screen can show, or why there is none. */
export type ValidationResult =
  | { readonly ok: true; readonly meeting: Meeting }
  /** The fault and its place, in a sentence. */
  | { readonly ok: false; readonly reason: string };

/**
 * Makes a meeting of parts that any hand may have written, if it is one that every screen can show. What belongs to no
 * ticket of the meeting is left behind.
 */
export function validateMeeting(parts: UnvalidatedMeeting): ValidationResult {
  const crowd = overLimit(parts);
  if (crowd !== null) return refuse(crowd);
  const parsed = z.safeParse(partsSchema, parts);
  if (!parsed.success) return refuse(sentence(parsed.error.issues[0]));
  const { head, tickets, notes } = parsed.data;
  const ids = new Set(head.entries.map(({ id }) => id));
  const twice =
    firstDuplicate('head.entries', head.entries, ({ id }) => id) ??
    firstDuplicate('tickets', tickets, ({ id }) => id) ??
    firstDuplicate('notes', notes, ({ ticket }) => ticket);
  if (twice !== null) return refuse(twice);
  const copies = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const lost = head.entries.findIndex(({ id }) => !copies.has(id));
  if (lost >= 0)
    return refuse(`head.entries ${lost + 1}: ticket ${head.entries[lost]?.id} is not among the tickets`);
  const [first = head.current] = ids;
  return {
    ok: true,
    meeting: {
      head: { ...head, current: ids.has(head.current) ? head.current : first },
      tickets: new Map([...copies].filter(([id]) => ids.has(id))),
      notes: new Map(notes.filter(({ ticket }) => ids.has(ticket)).map((note) => [note.ticket, note])),
    },
  };
}

function refuse(what: string): ValidationResult {
  return { ok: false, reason: `It is no meeting that this version of Loopdesk can show: ${what}.` };
}

/** Looked at before anything within: a million of something would each be looked at first. */
function overLimit({ head, tickets, notes }: UnvalidatedMeeting): string | null {
  const lists = {
    'head.entries': (head as { entries?: unknown } | null | undefined)?.entries,
    tickets,
    notes,
  };
  const [long] = Object.entries(lists).filter(([, list]) => Array.isArray(list) && list.length > MAX_TICKETS);
  return long === undefined ? null : `${long[0]} are more than ${MAX_TICKETS}`;
}

function firstDuplicate<One>(name: string, list: readonly One[], idOf: (one: One) => number): string | null {
  const seen = new Set<number>();
  for (const [index, one] of list.entries()) {
    if (seen.has(idOf(one))) return `${name} ${index + 1}: ticket ${idOf(one)} is there twice`;
    seen.add(idOf(one));
  }
  return null;
}

/** `tickets 3: issueDate is no date`, the third of them: people count from one. */
function sentence(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'something is missing or malformed';
  let where = '';
  for (const part of issue.path) {
    if (typeof part === 'number') where += ` ${part + 1}: `;
    else where += where === '' || where.endsWith(' ') ? String(part) : `.${String(part)}`;
  }
  return `${where.endsWith(': ') ? where.slice(0, -2) : where} ${faultOf(issue)}`;
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_big') return `is longer than ${issue.maximum}`;
  if (issue.code === 'too_small') return 'is too small, or empty';
  return 'is missing or malformed';
}
