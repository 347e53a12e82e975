import { monitorEventLoopDelay } from 'node:perf_hooks';
import { STATE_FIELDS, type Ticket } from '../contract/index.ts';
import type { RecordedTicket, Recording } from '../server/history/recording.ts';
import type { TicketStore } from '../server/history/stored.ts';
import { openStore, type StoreSettings } from '../server/store/open-store.ts';
import { BENCH_NOW, makeTickets } from './tickets.ts';

/** Figures of one process with a store: durations and stops of the event loop in milliseconds, memory and disk in bytes. */
export interface StoreFigures {
  readonly [figure: string]: number;
}

const SOURCE = { baseUrl: 'https://api.example.com', workspace: 'bench' };
const CHANGES = 500;
const ROUNDS = 10;
const MINUTE_MS = 60_000;

const [phase = '', count = '', dataDir = '', url = ''] = process.argv.slice(2);
const settings: StoreSettings = url === '' ? { kind: 'embedded' } : { kind: 'postgres', databaseUrl: url };
process.stdout.write(JSON.stringify(await (phase === 'write' ? write() : read())));

async function write(): Promise<StoreFigures> {
  const tickets = makeTickets(Number(count));
  const opened = await openStore({ store: settings, dataDir, log: console });
  const { database } = opened;
  if (database === null) throw new Error('A store in memory has no figures');
  const opening = await measure(() => database.query('select 1'));
  await database.query('truncate workspaces restart identity cascade');
  const first = await measure(() => opened.tickets.record(SOURCE, firstRecording(tickets)));
  const ticketBytes = await sizeOf();
  const later: { readonly took: number; readonly stop: number }[] = [];
  for (let seq = 2; seq < 2 + ROUNDS; seq++) {
    later.push(await measure(() => opened.tickets.record(SOURCE, laterRecording(seq, tickets))));
  }
  const changeBytes = ((await sizeOf()) - ticketBytes) / (ROUNDS * CHANGES);
  await opened.close();
  return {
    'opening an empty store': opening.took,
    'first recording': first.took,
    'its longest stop': first.stop,
    [`recording ${CHANGES} changes`]: median(later.map(({ took }) => took)),
    'its longest stop of all': Math.max(...later.map(({ stop }) => stop)),
    'disk, bytes a ticket': ticketBytes / tickets.length,
    'disk, bytes a change': changeBytes,
  };

  async function sizeOf(): Promise<number> {
    const sql = `select sum(pg_total_relation_size(relname::regclass)) as size from pg_stat_user_tables`;
    const [row] = (await database?.query<{ size: string }>(sql)) ?? [];
    return Number(row?.size);
  }
}

async function read(): Promise<StoreFigures> {
  const before = process.memoryUsage.rss();
  const began = performance.now();
  const opened = await openStore({ store: settings, dataDir, log: console });
  let firstChunk = 0;
  const all = await measure(async () => {
    firstChunk = await readAll(opened.tickets, began);
  });
  const loaded = performance.now() - began;
  const memory = process.memoryUsage.rss() - before;
  await opened.close();
  return {
    'start to first tickets': firstChunk,
    'start to all tickets and history': loaded,
    'its longest stop, reading': all.stop,
    'memory more than before, bytes': memory,
  };
}

/** Reads all; when the first tickets were there. */
async function readAll(store: TicketStore, began: number): Promise<number> {
  const stored = await store.load(SOURCE);
  if (stored === null) throw new Error('Nothing is stored');
  let first = 0;
  const kept: unknown[] = [];
  for await (const chunk of stored.tickets()) {
    first ||= performance.now() - began;
    kept.push(chunk);
  }
  for await (const chunk of stored.history()) kept.push(chunk);
  return first;
}

async function measure(
  work: () => Promise<unknown>,
): Promise<{ readonly took: number; readonly stop: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  delay.disable();
  return { took, stop: delay.max / 1e6 };
}

function firstRecording(tickets: readonly Ticket[]): Recording {
  const state = STATE_FIELDS.map((_, code) => code);
  const arrivals = tickets.map(
    ({ id, issueDate }): RecordedTicket => ({
      id,
      issuedAt: issueDate === null ? null : Date.parse(issueDate),
      seenAt: BENCH_NOW,
      notBefore: null,
      state,
    }),
  );
  return { ...laterRecording(1, []), arrivals, tickets };
}

function laterRecording(seq: number, tickets: readonly Ticket[]): Recording {
  const takenAt = BENCH_NOW + seq * MINUTE_MS;
  const changed = tickets.slice(seq * CHANGES, (seq + 1) * CHANGES);
  return {
    seq,
    read: { number: seq, takenAt, whole: true, total: null },
    values: [],
    arrivals: [],
    reissued: [],
    changes: changed.map(({ id }) => ({
      ticket: id,
      field: 'status',
      at: takenAt,
      notBefore: takenAt - MINUTE_MS,
      from: 1,
      to: 2,
    })),
    tickets: changed,
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
