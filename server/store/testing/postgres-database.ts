import { afterAll, beforeAll, vi } from 'vitest';
import type { Database } from '../database.ts';
import { createPostgres } from '../postgres.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** A database that is there while tests run. */
export interface PostgresDatabase extends Database {
  /** Its address, for other connections. */
  url(): string;
}

/** Gives the tests of a file, or of a group in it, the database of a PostgreSQL server of their own. */
export function startedPostgres(bin: string | null): PostgresDatabase {
  let server: PostgresServer;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres(bin as string);
    database = createPostgres(server.url, { warn: vi.fn() });
  });
  afterAll(async () => {
    await database.close();
    await server.remove();
  });
  return {
    url: () => server.url,
    query: (sql, values) => database.query(sql, values),
    transaction: (work) => database.transaction(work),
    close: () => database.close(),
  };
}
