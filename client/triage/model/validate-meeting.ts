import * as z from 'zod/mini';
import { MAX_TICKETS, meetingTicketSchema, noteSchema } from '../../../contract/meeting/index.ts';
import type { LocalMeeting } from './local-meeting.ts';
import { fromStoredHead, storedHeadSchema } from './stored-head.ts';

const partsSchema = z.object({
  head: storedHeadSchema,
  tickets: z.array(meetingTicketSchema),
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
  | { readonly ok: true; readonly meeting: LocalMeeting; readonly term: number }
  /** The error and its place, in a sentence. */
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
  const current = ids.has(head.current) ? head.current : first;
  return {
    ok: true,
    term: head.term,
    meeting: {
      ...fromStoredHead({ ...head, current }),
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
  return `${where.endsWith(': ') ? where.slice(0, -2) : where} ${errorOf(issue)}`;
}

function errorOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_big') return `is longer than ${issue.maximum}`;
  if (issue.code === 'too_small') return 'is too small, or empty';
  return 'is missing or malformed';
}
