import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { TicketStore } from '../history/stored.ts';
import type { Database } from './database.ts';
import { createEmbedded } from './embedded/database.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { migrate } from './migrate.ts';
import { createPostgres } from './postgres.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { testForgetting } from './testing/forgetting-tests.ts';
import { findPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.ts';
import { testRecording } from './testing/recording-tests.ts';

const log = {
  warn: (facts: object) => expect.unreachable(JSON.stringify(facts)),
  error: (facts: object) => expect.unreachable(JSON.stringify(facts)),
};
const bin = findPostgres();

let directory = '';
let server: PostgresServer | null = null;
let embedded: Database;
let postgres: Database;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-tickets-'));
  embedded = createEmbedded(directory, log);
  if (bin !== null) server = await startPostgres(bin);
  postgres = createPostgres(server?.url ?? '', log);
});

afterAll(async () => {
  await embedded.close();
  await postgres.close();
  await server?.remove();
  rmSync(directory, { recursive: true });
});

/** An empty store in a database that is started once. */
async function emptied(database: Database): Promise<TicketStore> {
  await migrate(database);
  await database.query('truncate workspaces restart identity cascade');
  return createSqlTicketStore(database);
}

describe.each<[string, boolean, () => Promise<TicketStore>]>([
  ['in memory', true, async () => createMemoryTicketStore()],
  ['embedded', true, () => emptied(embedded)],
  ['on PostgreSQL', bin !== null, () => emptied(postgres)],
])('%s', (_name, there, open) => {
  describe.runIf(there)('the store of tickets', () => {
    let store: TicketStore;
    beforeEach(async () => {
      store = await open();
    });
    // In one file, as the databases take seconds to start.
    testRecording(() => store);
    testForgetting(() => store);
  });
});
