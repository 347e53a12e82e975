import type { Ticket } from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Database, Session } from '../store/database.ts';
import { chunksOf, toLines, toNumberList } from '../store/lists.ts';
import { differences } from './differences.ts';
import type { Lease } from './lease-store.ts';

/** Rows of one statement: more would keep the process busy for too long at a time. */
const CHUNK = 1_000;

/** Publications in a row that differ from the one before, at most; the next one has all tickets. */
const MOST_DIFFERENT = 64;

/** Those that the last recording has are kept for so long yet, for the processes that have the one before. */
const KEPT_MS = 60_000;

/** A snapshot as it is published, without its tickets. */
export interface Publication {
  readonly number: number;
  /** The number of the snapshot that it differs from; null when it has all tickets. */
  readonly previous: number | null;
  /** Epoch milliseconds. */
  readonly takenAt: number;
  /** The age of its tickets now, in milliseconds by the clocks of the holder and of the database. */
  readonly age: number;
  readonly whole: boolean;
  readonly total: number | null;
  /** The number of tickets that it has. */
  readonly changed: number;
  readonly gone: readonly number[];
}

/** The lease is another process's by now. */
export class LeaseLost extends StoreError {
  constructor() {
    super('away', 'Another process of Loopdesk reads and records this workspace now.');
  }
}

/** Snapshots on their way from the process that reads to the others. Every method rejects with a `StoreError` when it fails. */
export interface PublicationStore {
  /**
   * Publishes a snapshot, whole or not at all.
   *
   * @param before the last that was published, which it is compared with; null to publish all tickets
   * @param age of its tickets, in milliseconds
   * @throws LeaseLost
   */
  publish(lease: Lease, snapshot: Snapshot, before: Snapshot | null, age: number): Promise<void>;
  /** The publications after a number, in their order. */
  after(lease: number, number: number): Promise<readonly Publication[]>;
  /** The tickets that a publication has, in chunks. */
  tickets(lease: number, number: number): AsyncIterable<readonly Ticket[]>;
  /** Removes publications that nobody needs, as what they tell is recorded. */
  tidy(lease: Lease): Promise<void>;
}

const STATE = `
  select greatest(l.head, w.read_number) as newest, (select count(*) from publications p where p.lease = l.id) as count
  from leases l left join workspaces w on w.base_url = l.base_url and w.workspace = l.workspace
  where l.id = $1`;

const INSERT = `
  insert into publications (lease, number, previous, taken_at, age, whole, total, changed, gone)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const INSERT_TICKETS = `
  insert into publication_tickets (lease, number, id, body)
  select $1, $2, id, body from unnest($3::text::int8[], string_to_array($4::text, E'\\n')) as t (id, body)`;

/**
 * Before the lease is locked: a process that is stopped, or cut off, before the end of its transaction would keep it locked for
 * longer than another one may take to take over.
 */
export const HURRY = 'set local idle_in_transaction_session_timeout = 3000';

/** Nobody else can take the lease between this and the end of the transaction. */
const ADVANCE = `
  update leases set head = $4 where id = $1 and holder = $2 and term = $3 returning id`;

const AFTER = `
  select number, previous, taken_at, whole, total, changed, gone,
    age + greatest(0, extract(epoch from clock_timestamp() - published_at) * 1000)::int8 as age
  from publications where lease = $1 and number > $2 order by number`;

const TICKETS = `
  select id, body from publication_tickets where lease = $1 and number = $2 and id > $3 order by id limit $4`;

const TIDY = `
  delete from publications p using leases l join workspaces w on w.base_url = l.base_url and w.workspace = l.workspace
  where l.id = $1 and l.holder = $2 and l.term = $3 and p.lease = l.id and p.number <= w.read_number
    and p.published_at < clock_timestamp() - ${KEPT_MS} * interval '1 millisecond'`;

/** The publications in a database whose schema is that of `store/migrations/`. */
export function createPublicationStore(database: Database): PublicationStore {
  return {
    publish: (lease, snapshot, before, age) =>
      database.transaction(async (session) => {
        const [state] = await session.query<{ newest: number | null; count: number }>(STATE, [lease.id]);
        const isNext = before !== null && state?.newest === before.number && state.count < MOST_DIFFERENT;
        await write(session, lease, snapshot, isNext ? before : null, age);
        await session.query(HURRY);
        const values = [lease.id, lease.holder, lease.term, snapshot.number];
        if ((await session.query(ADVANCE, values)).length === 0) throw new LeaseLost();
      }),
    async after(lease, number) {
      const rows = await database.query<StoredPublication>(AFTER, [lease, number]);
      return rows.map(({ taken_at, gone, ...row }) => ({
        ...row,
        takenAt: taken_at,
        gone: JSON.parse(gone) as number[],
      }));
    },
    async *tickets(lease, number) {
      let last = Number.MIN_SAFE_INTEGER;
      for (;;) {
        const rows = await database.query<{ id: number; body: string }>(TICKETS, [
          lease,
          number,
          last,
          CHUNK,
        ]);
        if (rows.length > 0) yield rows.map(({ body }) => JSON.parse(body) as Ticket);
        if (rows.length < CHUNK) return;
        last = rows.at(-1)?.id ?? last;
      }
    },
    tidy: async ({ id, holder, term }) => void (await database.query(TIDY, [id, holder, term])),
  };
}

interface StoredPublication extends Omit<Publication, 'takenAt' | 'gone'> {
  readonly taken_at: number;
  readonly gone: string;
}

async function write(
  session: Session,
  { id }: Lease,
  snapshot: Snapshot,
  before: Snapshot | null,
  age: number,
): Promise<void> {
  const { number, takenAt, whole, total, tickets } = snapshot;
  const { changed, gone } =
    before === null ? { changed: tickets, gone: [] } : differences(before.tickets, tickets);
  // It has all that those before it have.
  if (before === null) await session.query('delete from publications where lease = $1', [id]);
  await session.query(INSERT, [
    id,
    number,
    before?.number ?? null,
    takenAt,
    age,
    whole,
    total,
    changed.length,
    JSON.stringify(gone),
  ]);
  for (const chunk of chunksOf(changed, CHUNK)) {
    await session.query(INSERT_TICKETS, [
      id,
      number,
      toNumberList(chunk.map((ticket) => ticket.id)),
      toLines(chunk.map((ticket) => JSON.stringify(ticket))),
    ]);
  }
}
