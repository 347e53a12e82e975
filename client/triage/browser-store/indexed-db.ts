import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import * as z from 'zod/mini';
import { type Ticket, ticketSchema } from '../../../contract/index.ts';
import { type Note, noteSchema, truncateTicket } from '../../../contract/meeting/index.ts';
import { fromStoredHead, type StoredHead, storedHeadSchema, toStoredHead } from '../model/stored-head.ts';
import { validateMeeting } from '../model/validate-meeting.ts';
import { MeetingUnreadable } from '../store/meeting-store.ts';
import {
  type MeetingDatabase,
  MeetingDeleted,
  MeetingLedElsewhere,
  type MeetingPart,
  type StoredMeeting,
} from './meeting-database.ts';
import { newestFirst } from './memory-database.ts';

/** The database: heads, tickets and notes apart, so that a keystroke writes one note and not 500 tickets. */
interface Schema extends DBSchema {
  heads: { key: string; value: StoredHead };
  tickets: { key: [string, number]; value: { meeting: string; ticket: Ticket } };
  notes: { key: [string, number]; value: { meeting: string; note: Note } };
}

const STORES = ['heads', 'tickets', 'notes'] as const;

/** The durability of writes: saved means on the disk, not only on its way there. */
const DURABLE = { durability: 'strict' } as const;

/**
 * Opens the browser's database.
 *
 * @throws DOMException when the browser has none, or does not let us use it
 */
export async function openIndexedDb(name = 'loopdesk'): Promise<MeetingDatabase> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(created) {
      created.createObjectStore('heads', { keyPath: 'id' });
      created.createObjectStore('tickets', { keyPath: ['meeting', 'ticket.id'] });
      created.createObjectStore('notes', { keyPath: ['meeting', 'note.ticket'] });
    },
    // A newer version in another tab must not wait for this one; what is written from here then fails, and says so.
    blocking: () => db.close(),
  });
  return {
    lasting: true,
    list: async () => {
      const [heads, notes] = await Promise.all([db.getAll('heads'), db.getAll('notes')]);
      const readable = heads.flatMap((head) => parse(storedHeadSchema, head) ?? []);
      const meetings = readable.map((head) => ({
        ...fromStoredHead(head),
        notes: notesOf(notes.filter(({ meeting }) => meeting === head.id)),
      }));
      return { meetings: newestFirst(meetings), unreadable: heads.length - readable.length };
    },
    read: (id) => readMeeting(db.transaction(STORES), id),
    takeLead: async (id) => {
      const tx = beginWriting(db);
      const stored = await readMeeting(tx, id);
      if (stored === null) return null;
      const term = stored.term + 1;
      await done(tx, put(tx, id, { head: stored.meeting }, term));
      return { ...stored, term };
    },
    write: async ({ meeting, term }) => {
      const { head, view, tickets, notes } = meeting;
      const tx = beginWriting(db);
      const stored = tx.objectStore('heads').get(head.id);
      const part = { head: { head, view }, tickets: [...tickets.values()], notes: [...notes.values()] };
      await doneUnless(tx, refusal(stored, term, null), [
        ...clear(tx, head.id),
        ...put(tx, head.id, part, term),
      ]);
    },
    update: async (id, part, term) => {
      const tx = beginWriting(db);
      const stored = tx.objectStore('heads').get(id);
      await doneUnless(tx, refusal(stored, term, new MeetingDeleted()), put(tx, id, part, term));
    },
    remove: async (id) => {
      const tx = beginWriting(db);
      await done(tx, [tx.objectStore('heads').delete(id), ...clear(tx, id)]);
    },
    wipe: async () => {
      const tx = beginWriting(db);
      await done(
        tx,
        STORES.map((store) => tx.objectStore(store).clear()),
      );
    },
  };
}

type Writing = ReturnType<typeof beginWriting>;
type Writes = readonly Promise<unknown>[];

function beginWriting(db: IDBPDatabase<Schema>) {
  return db.transaction(STORES, 'readwrite', DURABLE);
}

/** Rejects with the first reason for which a write, and so the whole transaction, has failed. */
async function done(tx: Writing, writes: Writes): Promise<void> {
  await Promise.all([...writes, tx.done]);
}

/**
 * The same, unless what was kept before forbids it: then nothing is written. All is asked for at once: a page that goes
 * away would not live to see the answer to a first question.
 */
async function doneUnless(tx: Writing, refused: Promise<Error | null>, writes: Writes): Promise<void> {
  const reason = await refused;
  if (reason === null) return done(tx, writes);
  tx.abort();
  await Promise.allSettled([...writes, tx.done]);
  throw reason;
}

/** The error of a window whose term is over; null while it may write. */
async function refusal(
  stored: Promise<StoredHead | undefined>,
  term: number,
  ifGone: Error | null,
): Promise<Error | null> {
  const head = await stored;
  if (head === undefined) return ifGone;
  // Earlier versions kept no term.
  return (head.term ?? 0) > term ? new MeetingLedElsewhere() : null;
}

function clear(tx: Writing, meeting: string): Writes {
  return [tx.objectStore('tickets').delete(allOf(meeting)), tx.objectStore('notes').delete(allOf(meeting))];
}

function put(
  tx: Writing,
  meeting: string,
  { head, tickets = [], notes = [] }: MeetingPart,
  term: number,
): Writes {
  return [
    ...(head === undefined ? [] : [tx.objectStore('heads').put(toStoredHead(head, term))]),
    ...tickets.map((ticket) => tx.objectStore('tickets').put({ meeting, ticket })),
    ...notes.map((note) => tx.objectStore('notes').put({ meeting, note })),
  ];
}

/** Within a transaction, so that head, tickets and notes are of one moment. */
async function readMeeting(
  tx: Pick<IDBPTransaction<Schema, typeof STORES, 'readonly' | 'readwrite'>, 'objectStore'>,
  id: string,
): Promise<StoredMeeting | null> {
  const [stored, tickets, notes] = await Promise.all([
    tx.objectStore('heads').get(id),
    tx.objectStore('tickets').getAll(allOf(id)),
    tx.objectStore('notes').getAll(allOf(id)),
  ]);
  if (stored === undefined) return null;
  const checked = validateMeeting({
    head: stored,
    tickets: tickets.map(({ ticket }) => truncateStored(ticket)),
    notes: notes.map(({ note }) => note),
  });
  if (!checked.ok) throw new MeetingUnreadable(checked.reason);
  return checked;
}

/** An earlier version kept texts of any length. */
function truncateStored(stored: unknown): unknown {
  const ticket = parse(ticketSchema, stored);
  return ticket === undefined ? stored : truncateTicket(ticket);
}

/** The range of a meeting's keys: an array is greater than any number. */
function allOf(meeting: string): IDBKeyRange {
  return IDBKeyRange.bound([meeting], [meeting, []]);
}

function notesOf(stored: readonly { readonly note: Note }[]): ReadonlyMap<number, Note> {
  return new Map(
    stored.flatMap(({ note }) => parse(noteSchema, note) ?? []).map((note) => [note.ticket, note]),
  );
}

/** Undefined for what another version has written in a way that this one does not know. */
function parse<Schema extends z.ZodMiniType>(schema: Schema, stored: unknown): z.output<Schema> | undefined {
  const parsed = z.safeParse(schema, stored);
  return parsed.success ? parsed.data : undefined;
}
