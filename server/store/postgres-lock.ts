import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StoreError } from '../history/stored.ts';
import type { Database } from './database.ts';
import { toFailure } from './postgres.ts';
import { StoreInUse } from './store-in-use.ts';

/** The lock of a database's schema, which one process at a time holds: two would record each other's reads as changes. */
export interface PostgresLock {
  /**
   * Takes the lock unless this process holds it. One that was lost with its connection is taken anew.
   *
   * @returns false when another process holds it
   * @throws StoreError when the server cannot be asked
   */
  take(): Promise<boolean>;
  release(): Promise<void>;
}

/** Milliseconds. */
const CONNECT_MS = 10_000;
const QUERY_MS = 10_000;

/**
 * Milliseconds until a silent connection is asked whether it is there. It is given up ten seconds later, which is before the
 * server gives it up: whoever was cut off must not go on while another process has the lock.
 */
const KEEP_ALIVE_MS = 5_000;

/** A start waits so long for the server to answer at all. */
const ANSWER_MS = 1_000;

/**
 * The lock lasts as long as a transaction that is never ended: poolers give one a connection of its own, and a session none.
 * It holds nothing else, so it keeps no row from being cleaned up. A process whose machine is gone is noticed within half a minute.
 */
const BEGIN = `begin; set local idle_in_transaction_session_timeout = 0; set local tcp_keepalives_idle = 10;
  set local tcp_keepalives_interval = 5; set local tcp_keepalives_count = 3`;

const TAKE = `
  select pg_try_advisory_xact_lock(hashtextextended('loopdesk ' || coalesce(current_schema(), ''), 0)) as taken`;

const IN_USE =
  'Another process of Loopdesk uses the database that DATABASE_URL names; two would spoil what is recorded.';

/** The lock of the schema that this address leads to. Nothing is connected to before it is taken. */
export function createPostgresLock(url: string): PostgresLock {
  let holder: pg.Client | null = null;
  let taking: Promise<boolean> | null = null;
  let isReleased = false;

  async function connectAndTake(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      application_name: 'loopdesk lock',
    });
    let isBroken = false;
    const lose = () => {
      isBroken = true;
      if (holder === client) holder = null;
    };
    client.on('error', lose).on('end', lose);
    try {
      await client.connect();
      await client.query(BEGIN);
      const { rows } = await client.query<{ taken: boolean }>(TAKE);
      if (rows[0]?.taken && !isBroken) {
        holder = client;
        return true;
      }
    } catch (error) {
      await client.end().catch(lose);
      throw toFailure(error);
    }
    await client.end().catch(lose);
    return false;
  }

  return {
    async take() {
      if (isReleased) throw new StoreError('away', 'The database is closed.');
      if (holder !== null) return true;
      taking ??= connectAndTake().finally(() => {
        taking = null;
      });
      return await taking;
    },
    async release() {
      isReleased = true;
      // Whoever waits for it has been told of the failure.
      await taking?.catch(() => false);
      await holder?.end();
    },
  };
}

/**
 * Takes the lock at a start, and waits while another process has it. A server that does not answer ends no start.
 *
 * @param patience how long it is waited for one that ends, in milliseconds
 * @throws StoreInUse when another process has it
 */
export async function takeAtStart(lock: PostgresLock, patience: number): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    // What fails here fails again, and is told, at the first use.
    const asked = lock.take().catch(() => null);
    const taken = await Promise.race([asked, sleep(ANSWER_MS, null, { ref: false })]);
    if (taken !== false) return;
    if (Date.now() >= until) throw new StoreInUse(IN_USE);
    await sleep(200);
  }
}

/** A database that is used only while its lock is held. */
export function withLock(database: Database, lock: PostgresLock): Database {
  const hold = async () => {
    if (!(await lock.take())) throw new StoreError('broken', IN_USE);
  };
  return {
    async query(sql, values) {
      await hold();
      return await database.query(sql, values);
    },
    async transaction(work) {
      await hold();
      return await database.transaction(work);
    },
    close: () => database.close(),
  };
}
