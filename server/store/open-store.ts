import { codeOf } from '../error-code.ts';
import { StoreError, type TicketStore } from '../history/stored.ts';
import type { Database } from './database.ts';
import type { EmbeddedLog } from './embedded/start.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { migrate } from './migrate.ts';
import { toStoreError } from './sql-failure.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';

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
}

/** What outlives the process, or in memory does not. */
export interface OpenedStore {
  readonly tickets: TicketStore;
  /** The database that further tables are in; null in memory. */
  readonly database: Database | null;
  close(): Promise<void>;
}

/**
 * Opens the store as far as must be before anything else: the embedded one is locked, which takes up to five seconds when
 * another process has it. The rest goes on beside; calls wait for it, fail when it fails, and then try again by themselves.
 * A folder that cannot be written to ends no start: then every call fails.
 *
 * @throws DirectoryInUse when another process has the embedded store
 */
export async function openStore({ store, dataDir, log }: OpenStoreOptions): Promise<OpenedStore> {
  if (store.kind === 'memory') {
    return { tickets: createMemoryTicketStore(), database: null, close: async () => {} };
  }
  const { database, release } =
    store.kind === 'postgres'
      ? await reachPostgres(store.databaseUrl, log)
      : await openEmbedded(dataDir, log);
  // Whoever asks first would wait for it else.
  database.query('select 1').catch((error: unknown) => {
    log.error({ reason: toStoreError(error).message }, 'the store cannot be opened: nothing is recorded');
  });
  return {
    tickets: createSqlTicketStore(database),
    database,
    async close() {
      await database.close();
      await release();
    },
  };
}

interface Opened {
  readonly database: Database;
  release(): Promise<void>;
}

/** Each kind of database is loaded when it is chosen. */
async function reachPostgres(url: string, log: EmbeddedLog): Promise<Opened> {
  const { createPostgres } = await import('./postgres.ts');
  return { database: migrateFirst(createPostgres(url, log)), release: async () => {} };
}

async function openEmbedded(dataDir: string, log: EmbeddedLog): Promise<Opened> {
  const { DirectoryInUse, lockDirectory } = await import('./embedded/lock.ts');
  try {
    const { makeStoreDirectory } = await import('./embedded/directory.ts');
    const directory = makeStoreDirectory(dataDir);
    const { release } = await lockDirectory(directory, PATIENCE_MS);
    const { createEmbedded } = await import('./embedded/database.ts');
    return { database: createEmbedded(directory, log), release };
  } catch (error) {
    if (error instanceof DirectoryInUse) throw error;
    const failure = new StoreError(toStoreError(error).kind, `DATA_DIR cannot be used (${codeOf(error)}).`);
    return { database: failing(failure), release: async () => {} };
  }
}

/** A database whose schema is looked after before its first use, and again until that has worked. */
function migrateFirst(database: Database): Database {
  let migrated: Promise<void> | null = null;
  const ready = () => {
    migrated ??= migrate(database).catch((error: unknown) => {
      migrated = null;
      throw error;
    });
    return migrated;
  };
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
