import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { createPostgres } from '../store/postgres.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../store/testing/postgres-server.ts';
import { SOURCE } from '../store/testing/recordings.ts';
import { createLeaseStore, type Lease } from './lease-store.ts';

const bin = findPostgres();

describe.runIf(bin !== null)('a database that hangs', () => {
  let server: PostgresServer;
  let database: Database;
  let hurried: Database;

  beforeAll(async () => {
    server = await startPostgres(bin as string);
    database = createPostgres(server.url, { warn: vi.fn() });
    hurried = createPostgres(server.url, { warn: vi.fn() }, { most: 1, answerMs: 1_200 });
    await migrate(database);
  });
  afterAll(async () => {
    await hurried.close();
    await database.close();
    await server.remove();
  });

  test('a lease that somebody else has locked is waited for no longer, here and on the server', async () => {
    const leases = createLeaseStore(hurried, SOURCE.baseUrl);
    const lease = (await leases.take([SOURCE.workspace], 'first', 1))[0] as Lease;
    await database.transaction(async (session) => {
      await session.query('select 1 from leases for update');
      const renewed = leases.renew([{ lease, status: null, refreshTaken: null }]);
      await expect(renewed).rejects.toMatchObject({ name: 'StoreError' });
      const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock'";
      expect(await database.query(waiting)).toEqual([]);
    });
  });

  test('an answer that does not come is given up, and the next question has a connection of its own', async () => {
    await expect(hurried.query("select 'late', pg_sleep(4)")).rejects.toThrow('ECONNLOST');
    expect(await hurried.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
