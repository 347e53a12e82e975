import { once } from 'node:events';
import { type AddressInfo, createServer, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore, type StoreSettings } from './open-store.ts';
import { createPostgres } from './postgres.ts';
import { createPostgresLock, type PostgresLock, takeAtStart, withLock } from './postgres-lock.ts';
import { StoreInUse } from './store-in-use.ts';
import { findPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.ts';
import { firstRecording, loadAll, SOURCE } from './testing/recordings.ts';

const log = { warn: vi.fn(), error: vi.fn() };
const bin = findPostgres();

describe.runIf(bin !== null)('the lock of a database server', () => {
  let server: PostgresServer;
  let locks: PostgresLock[] = [];

  beforeAll(async () => {
    server = await startPostgres(bin as string);
  });
  afterEach(async () => {
    await Promise.all(locks.map((lock) => lock.release()));
    locks = [];
  });
  afterAll(() => server.remove());

  function createLock(url = server.url): PostgresLock {
    const lock = createPostgresLock(url);
    locks.push(lock);
    return lock;
  }

  test('one process at a time holds it, and the next once that has ended', async () => {
    const [first, second] = [createLock(), createLock()];
    expect(await first.take()).toBe(true);
    expect(await first.take()).toBe(true);
    expect(await second.take()).toBe(false);
    await expect(takeAtStart(second, 0)).rejects.toThrow(StoreInUse);
    await first.release();
    expect(await second.take()).toBe(true);
  });

  test('schemas of one database have locks of their own', async () => {
    const admin = createPostgres(server.url, log);
    await admin.query('create schema other');
    await admin.close();
    expect(await createLock().take()).toBe(true);
    expect(await createLock(`${server.url}?options=-c%20search_path%3Dother`).take()).toBe(true);
  });

  test('whose connection broke uses the database again, unless another process has it by then', async () => {
    const admin = createPostgres(server.url, log);
    const breakLock = () =>
      admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where application_name = 'loopdesk lock'`);
    const [first, second] = [createLock(), createLock()];
    const database = withLock(createPostgres(server.url, log), first);
    const ask = () => database.query<{ one: number }>('select 1 as one');
    expect(await ask()).toEqual([{ one: 1 }]);
    await breakLock();
    await vi.waitUntil(() => second.take());
    await vi.waitFor(() =>
      expect(ask()).rejects.toMatchObject({ kind: 'broken', message: /Another process/ }),
    );
    await expect(database.transaction(ask)).rejects.toMatchObject({ kind: 'broken' });
    await second.release();
    expect(await ask()).toEqual([{ one: 1 }]);
    await Promise.all([database.close(), admin.close()]);
  });

  test('a start waits for another process, and then refuses; commands on the store do not', async () => {
    const store: StoreSettings = { kind: 'postgres', databaseUrl: server.url };
    const first = await openStore({ store, dataDir: '', log });
    await first.tickets.record(SOURCE, firstRecording(3));
    await expect(openStore({ store, dataDir: '', log })).rejects.toThrow(StoreInUse);
    const command = await openStore({ store, dataDir: '', log, alone: false });
    expect((await loadAll(command.tickets))?.listed).toHaveLength(3);
    await command.close();
    await first.close();
    await expect(first.tickets.load(SOURCE)).rejects.toMatchObject({ kind: 'away' });
    await (await openStore({ store, dataDir: '', log })).close();
  });

  test('a server that cannot be reached ends no start', async () => {
    const lock = createLock('postgres://loopdesk@127.0.0.1:1/nowhere');
    await takeAtStart(lock, 0);
    await expect(lock.take()).rejects.toMatchObject({ kind: 'away' });
  });
});

test('a connection that is gone is noticed before the server gives the lock to another process', async () => {
  const keepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive');
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(createPostgresLock(`postgres://loopdesk@127.0.0.1:${port}/x`).take()).rejects.toThrow();
  // Node asks ten times, a second apart, once this has passed; the server waits for 25 seconds.
  expect(keepAlive.mock.lastCall?.[0]).toBe(true);
  expect(keepAlive.mock.lastCall?.[1]).toBeGreaterThan(0);
  expect(keepAlive.mock.lastCall?.[1]).toBeLessThan(15_000);
  keepAlive.mockRestore();
  server.close();
});
