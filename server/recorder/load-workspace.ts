import { setImmediate } from 'node:timers/promises';
import type { Ticket } from '../../contract/index.ts';
import { createHistory, type RecordedHistory } from '../history/recorded-history.ts';
import type { RecordedRead } from '../history/recording.ts';
import type { RecordedSource, TicketStore } from '../history/stored.ts';

/** Takes the stored tickets of a workspace as they come, the newest ids first, and reads them to the end. */
export type RestoreTickets = (read: RecordedRead, chunks: AsyncIterable<readonly Ticket[]>) => Promise<void>;

/** What is stored of a workspace, in memory. */
interface LoadedWorkspace {
  readonly history: RecordedHistory;
  /** Those of the last read that was recorded, by ascending id. */
  readonly tickets: readonly Ticket[];
}

/** Reads what is stored: first the tickets, which somebody may be waiting for, then their past. */
export async function loadWorkspace(
  store: TicketStore,
  source: RecordedSource,
  restore: RestoreTickets = readToTheEnd,
): Promise<LoadedWorkspace> {
  const stored = await store.load(source);
  if (stored === null) return { history: createHistory(), tickets: [] };
  const tickets: Ticket[] = [];
  const chunks = collect(stored.tickets(), tickets);
  const first = await chunks.next();
  // A workspace that was long out of the settings has lost its tickets: an empty list would be wrong.
  if (!first.done) await restore(stored.read, startingWith(first.value, chunks));
  else if (stored.read.whole) await restore(stored.read, chunks);
  const history = createHistory(stored);
  for await (const chunk of stored.history()) {
    history.load(chunk);
    await setImmediate();
  }
  return { history, tickets: tickets.sort((a, b) => a.id - b.id) };
}

async function* collect(
  chunks: AsyncIterable<readonly Ticket[]>,
  tickets: Ticket[],
): AsyncGenerator<readonly Ticket[]> {
  for await (const chunk of chunks) {
    for (const ticket of chunk) tickets.push(ticket);
    yield chunk;
    await setImmediate();
  }
}

async function* startingWith<Chunk>(first: Chunk, rest: AsyncIterable<Chunk>): AsyncIterable<Chunk> {
  yield first;
  yield* rest;
}

async function readToTheEnd(_read: RecordedRead, chunks: AsyncIterable<readonly Ticket[]>): Promise<void> {
  for await (const _chunk of chunks);
}
