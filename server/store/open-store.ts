import { codeOf } from '../error-code.ts';
import { StoreError, type TicketStore } from '../history/stored.ts';
import type { ReportStore } from '../report/stored.ts';
import type { Database } from './database.ts';
import type { EmbeddedLog } from './embedded/start.ts';
import { createMemoryReportStore, type MemoryReports } from './memory-report-store.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { migrate } from './migrate.ts';
import { toStoreError } from './sql-failure.ts';
import { createSqlReportStore } from './sql-report-store.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { StoreInUse } from './store-in-use.ts';

/** The longest that an answer about who reads is waited for, in milliseconds: half the time for which a lease holds. */
const URGENT_MS = 5_000;

/** How long a process before this one may take to end, in milliseconds. */
const PATIENCE_MS = 5_000;

/** The store that is wanted. */
export type StoreSettings =
  | { readonly kind: 'memory' }
  | { readonly kind: 'embedded' }
  | { readonly kind: 'postgres'; readonly databaseUrl: string };

export interface OpenStoreOptions {
  readonly store: StoreSettings;
  readonly dataDir: string;
  readonly log: EmbeddedLog;
  /** Whether an embedded store may be begun where there is none, or a damaged one; true when it is left out. */
  readonly mayBegin?: boolean;
}

/** What outlives the process, or in memory does not. */
export interface OpenedStore {
  readonly tickets: TicketStore;
  readonly reports: ReportStore;
  /** The database that further tables are in; null in memory. */
  readonly database: Database | null;
  /** The same on a connection of its own, for what must not wait for the others; null where no other process has it. */
  readonly urgent: Database | null;
  /** Whether there may be anything in it: not in one that is new. */
  readonly mayHold: boolean;
  close(): Promise<void>;
}

/**
 * Opens the store as far as must be before anything else: an embedded one is locked, which takes up to five seconds when another
 * process has it. The rest goes on beside; calls wait for it, fail when it fails, and then try again by themselves.
 * A folder that cannot be written to ends no start: then every call fails.
 *
 * @throws StoreInUse when another process has it; StoreError when there is none, and none may be begun
 */
export async function openStore(options: OpenStoreOptions): Promise<OpenedStore> {
  const { store, log } = options;
  if (store.kind === 'memory') {
    const reports: MemoryReports = new Map();
    return {
      tickets: createMemoryTicketStore(reports),
      reports: createMemoryReportStore(reports),
      database: null,
      urgent: null,
      mayHold: false,
      close: async () => {},
    };
  }
  const {
    database,
    urgent = null,
    mayHold,
    close,
  } = store.kind === 'postgres'
    ? await reachPostgres(store.databaseUrl, options)
    : await openEmbedded(options);
  // Whoever asks first would wait for it else.
  database.query('select 1').catch((error: unknown) => {
    const { message: reason } = toStoreError(error);
    const remedy =
      store.kind === 'postgres' ? 'check DATABASE_URL and its server' : 'check DATA_DIR and its disk';
    log.error({ reason, remedy }, 'the store cannot be opened: nothing is recorded; it is tried again');
  });
  return {
    tickets: createSqlTicketStore(database),
    reports: createSqlReportStore(database),
    database,
    urgent,
    mayHold,
    close,
  };
}

interface Opened extends Pick<OpenedStore, 'mayHold' | 'close'> {
  readonly database: Database;
  readonly urgent?: Database;
}

/** Each kind of database is loaded when it is chosen. */
async function reachPostgres(url: string, { log }: OpenStoreOptions): Promise<Opened> {
  const { createPostgres } = await import('./postgres.ts');
  const pool = createPostgres(url, log);
  const single = createPostgres(url, log, { most: 1, answerMs: URGENT_MS });
  const ready = migrateOnce(pool);
  return {
    database: once(ready, pool),
    urgent: once(ready, single),
    mayHold: true,
    close: async () => void (await Promise.all([pool.close(), single.close()])),
  };
}

async function openEmbedded({ dataDir, log, mayBegin = true }: OpenStoreOptions): Promise<Opened> {
  const { lockDirectory } = await import('./embedded/lock.ts');
  const { hasDatabase, makeStoreDirectory, storeDirectory } = await import('./embedded/directory.ts');
  if (!mayBegin && !hasDatabase(storeDirectory(dataDir))) {
    throw new StoreError('broken', `There is no store in ${dataDir}, which DATA_DIR names.`);
  }
  try {
    const directory = makeStoreDirectory(dataDir);
    const { release } = await lockDirectory(directory, PATIENCE_MS);
    const { createEmbedded } = await import('./embedded/database.ts');
    const mayHold = hasDatabase(directory);
    const database = createEmbedded(directory, log, mayBegin);
    return {
      database,
      mayHold,
      async close() {
        await database.close();
        await release();
      },
    };
  } catch (error) {
    if (error instanceof StoreInUse) throw error;
    const failure = new StoreError(toStoreError(error).kind, `DATA_DIR cannot be used (${codeOf(error)}).`);
    return { database: failing(failure), mayHold: false, close: async () => {} };
  }
}

/** Looks after the schema of a database when it is first asked to, and again until that has worked. */
function migrateOnce(database: Database): () => Promise<void> {
  let migrated: Promise<void> | null = null;
  return () => {
    migrated ??= migrate(database).catch((error: unknown) => {
      migrated = null;
      throw error;
    });
    return migrated;
  };
}

/** A database that is not used before something has gone well. */
function once(ready: () => Promise<void>, database: Database): Database {
  return {
    query: async (sql, values) => {
      await ready();
      return database.query(sql, values);
    },
    transaction: async (work) => {
      await ready();
      return database.transaction(work);
    },
    close: () => database.close(),
  };
}

function failing(failure: StoreError): Database {
  return {
    query: () => Promise.reject(failure),
    transaction: () => Promise.reject(failure),
    close: async () => {},
  };
}
