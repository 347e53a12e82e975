import type { Ticket } from '../../../contract/index.ts';
import { STATE_FIELDS } from '../../../contract/index.ts';
import type { RecordedChange, RecordedTicket, RecordedValue, Recording } from '../../history/recording.ts';
import type { HistoryChunk, RecordedSource, StoredWorkspace, TicketStore } from '../../history/stored.ts';
import { ticket } from '../../test/tickets.ts';

export const SOURCE: RecordedSource = { baseUrl: 'https://api.example.com', workspace: '42' };
export const NOON = Date.parse('2026-02-04T12:00:00Z');
export const MINUTE = 60_000;

/** Values of every field: each has the code of its place, and so a state may name the same one twice. */
export const VALUES: readonly RecordedValue[] = [
  { code: 0, field: 'listed', value: 'false', label: 'No' },
  { code: 1, field: 'listed', value: 'true', label: 'Yes' },
  { code: 2, field: 'status', value: 'NEW', label: 'New' },
  { code: 3, field: 'status', value: 'OPEN', label: 'Open' },
];

/** A ticket's first state. */
export function arrival(id: number, more: Partial<RecordedTicket> = {}): RecordedTicket {
  const state = STATE_FIELDS.map((_, index) => index + 10);
  return { id, issuedAt: NOON - id, seenAt: NOON, notBefore: null, state, ...more };
}

/** A change of ticket 1's status in the first minute, but for what is given. */
export function change(more: Partial<RecordedChange> = {}): RecordedChange {
  return { ticket: 1, field: 'status', at: NOON + MINUTE, notBefore: NOON, from: 2, to: 3, ...more };
}

/** A recording of nothing new, but for what is given. */
export function recording(seq: number, more: Partial<Recording> = {}): Recording {
  const takenAt = more.read?.takenAt ?? NOON + seq * MINUTE;
  return {
    seq,
    read: { number: seq, takenAt, whole: true, total: 1 },
    values: [],
    arrivals: [],
    reissued: [],
    changes: [],
    tickets: [],
    ...more,
  };
}

/** The first recording of tickets 1 to `count`. */
export function firstRecording(count: number, text = 'Words'): Recording {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return recording(1, {
    values: VALUES,
    arrivals: ids.map((id) => arrival(id)),
    tickets: ids.map((id): Ticket => ticket(id, { description: `${text} ${id}` })),
  });
}

/** All that is stored of a workspace. */
export interface Loaded extends Required<HistoryChunk> {
  readonly head: Pick<StoredWorkspace, 'seq' | 'read' | 'since'>;
  readonly listed: readonly Ticket[];
}

/** Reads all that is stored of a workspace; tickets of the history by their ids. */
export async function loadAll(store: TicketStore, source = SOURCE): Promise<Loaded | null> {
  const stored = await store.load(source);
  if (stored === null) return null;
  const listed: Ticket[] = [];
  for await (const chunk of stored.tickets()) listed.push(...chunk);
  const chunks: HistoryChunk[] = [];
  for await (const chunk of stored.history()) chunks.push(chunk);
  return {
    head: { seq: stored.seq, read: stored.read, since: stored.since },
    listed,
    values: chunks.flatMap(({ values }) => values ?? []),
    tickets: chunks.flatMap(({ tickets }) => tickets ?? []).sort((a, b) => a.id - b.id),
    changes: chunks.flatMap(({ changes }) => changes ?? []),
    reads: chunks.flatMap(({ reads }) => reads ?? []),
  };
}
