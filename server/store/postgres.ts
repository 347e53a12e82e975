import pg from 'pg';
import type { StoreError } from '../history/stored.ts';
import type { Database, Session, SqlValue } from './database.ts';
import { toStoreError } from './sql-failure.ts';

const CONNECTIONS = 4;
/** Milliseconds. */
const CONNECT_MS = 10_000;
const ANSWER_MS = 35_000;
const STATEMENT_MS = 30_000;
const LOCK_MS = 10_000;
const IDLE_MS = 30_000;

/** Within a transaction, since connection poolers refuse to be told at the start. The lock is that of another recording. */
const begin = (lockMs: number) => `begin; set local statement_timeout = ${STATEMENT_MS};
  set local lock_timeout = ${lockMs}; set local idle_in_transaction_session_timeout = ${STATEMENT_MS}`;

const INT8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** The log of what happens to connections. */
export interface PostgresLog {
  warn(facts: object, message: string): void;
}

/** The connections to a server, where they are not the usual ones. */
export interface PostgresConnections {
  /** The most that there are. */
  readonly most?: number;
  /** The longest that an answer is waited for, in milliseconds: a server that hangs breaks no connection. */
  readonly answerMs?: number;
}

/** A PostgreSQL server. Nothing is connected to before it is asked. */
export function createPostgres(
  url: string,
  log: PostgresLog,
  { most = CONNECTIONS, answerMs = ANSWER_MS }: PostgresConnections = {},
): Database {
  // The server gives up first: what waits for a lock would go on there, on a connection that nobody has any more.
  const beginning = begin(Math.min(LOCK_MS, answerMs - 1_000));
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: most,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: Math.min(CONNECT_MS, answerMs),
    // The usual one is longer than the server waits, whose own message says more.
    query_timeout: answerMs,
    keepAlive: true,
    application_name: 'loopdesk',
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it; the next one who asks gets another.
  pool.on('error', (error) =>
    log.warn({ code: toFailure(error).message }, 'a connection to the database broke'),
  );

  async function connect(): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      throw toFailure(error);
    }
  }

  return {
    query: (sql, values) => queryOn(pool, sql, values),
    async transaction(work) {
      const client = await connect();
      const session: Session = { query: (sql, values) => queryOn(client, sql, values) };
      let broken = false;
      try {
        await queryOn(client, beginning);
        const result = await work(session);
        await queryOn(client, 'commit');
        return result;
      } catch (error) {
        // One that cannot even take back what it did is not used again.
        await queryOn(client, 'rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

async function queryOn<Row>(
  on: pg.Pool | pg.PoolClient,
  sql: string,
  values?: readonly SqlValue[],
): Promise<Row[]> {
  try {
    const { rows } = await on.query(sql, values === undefined ? undefined : [...values]);
    return rows as Row[];
  } catch (error) {
    throw toFailure(error);
  }
}

/** What has no code never came from the server: the connection broke, or took too long. */
function toFailure(error: unknown): StoreError {
  const told = error instanceof Error && 'code' in error;
  return toStoreError(told ? error : Object.assign(new Error('no answer'), { code: 'ECONNLOST' }));
}
