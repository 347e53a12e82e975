import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { snapshotStatusSchema, ticketListSchema } from '../contract/index.ts';
import { type Sandbox, startSandbox } from './sandbox/server.ts';
import type { Database } from './store/database.ts';
import { createPostgres } from './store/postgres.ts';
import { findPostgres, type PostgresServer, startPostgres } from './store/testing/postgres-server.ts';
import { programOf } from './test/programs.ts';

const PER_DAY = 500;
const bin = findPostgres();
const until = <Result>(condition: () => Promise<Result>) =>
  vi.waitUntil(condition, { timeout: 30_000, interval: 100 });

/** One of two processes, and what it answers. */
interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

describe.runIf(bin !== null)('two processes on one database', { timeout: 120_000 }, () => {
  let server: PostgresServer;
  let database: Database;
  let sandbox: Sandbox;
  let directory: string;
  let path: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'loopdesk-'));
    server = await startPostgres(bin as string);
    database = createPostgres(server.url, { warn: () => undefined });
    sandbox = await startSandbox({ tickets: 150, faults: true });
    path = `/api/workspaces/${sandbox.workspaces[0]?.id}`;
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await database.close();
    await sandbox.close();
    await server.remove();
    await rm(directory, { recursive: true });
  });

  async function begin(name: string): Promise<Running> {
    const child = spawn(process.execPath, [programOf('main')], {
      cwd: directory,
      env: {
        PORT: '0',
        DATA_DIR: name,
        DATABASE_URL: server.url,
        QUESTIONPRO_API_KEY: sandbox.apiKey,
        QUESTIONPRO_BASE_URL: sandbox.baseUrl,
        QUESTIONPRO_WORKSPACES: `${sandbox.workspaces[0]?.id}`,
        QUESTIONPRO_CALLS_PER_DAY: String(PER_DAY),
      },
    });
    running.push(child);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    await until(async () => /http:\/\/127\.0\.0\.1:\d+/.test(output));
    return { child, url: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '' };
  }

  const ask = async ({ url }: Running, rest: string, method = 'GET') => fetch(url + path + rest, { method });
  const statusOf = async (one: Running) =>
    snapshotStatusSchema.parse(await (await ask(one, '/snapshot')).json());
  const isReading = async ({ url }: Running) =>
    /^loopdesk_lease_held\{.*\} 1$/m.test(await (await fetch(`${url}/metrics`)).text());
  const recordings = async () =>
    (await database.query<{ seq: number }>('select seq from workspaces'))[0]?.seq ?? 0;

  async function listOf(one: Running, query = '') {
    const { tickets, facets, page, snapshot } = ticketListSchema.parse(
      await (await ask(one, `/tickets${query}`)).json(),
    );
    return { tickets, facets, page, number: snapshot.number, takenAt: snapshot.takenAt };
  }

  test('answer alike, and one takes over from the other whatever becomes of it', async () => {
    const first = await begin('first');
    await until(async () => (await statusOf(first)).recording?.lastAt != null);
    const second = await begin('second');
    await until(async () => (await statusOf(second)).newest === (await statusOf(first)).newest);
    expect(await listOf(second)).toEqual(await listOf(first));
    expect(await isReading(second)).toBe(false);
    const trends = await Promise.all(
      [first, second].map(async (one) => await (await ask(one, '/trends')).json()),
    );
    expect(trends[1]).toEqual(trends[0]);

    // Stopped, as a machine that sleeps: another one reads meanwhile.
    first.child.kill('SIGSTOP');
    await database.query('update leases set expires_at = clock_timestamp()');
    await until(() => isReading(second));
    const { newest } = await statusOf(second);
    expect((await ask(second, '/refresh', 'POST')).status).toBe(202);
    await until(async () => (await statusOf(second)).newest > newest);
    await until(async () => (await recordings()) === 2);
    const later = await listOf(second);
    first.child.kill('SIGCONT');
    // What the other one has shown is there at once.
    expect(await listOf(first, `?at=${later.number}`)).toEqual(later);
    await until(async () => !(await isReading(first)));
    expect(await recordings()).toBe(2);

    second.child.kill('SIGKILL');
    await until(() => isReading(first));
    expect(await listOf(first)).toEqual(later);
    expect((await ask(first, '/refresh', 'POST')).status).toBe(202);
    await until(async () => (await recordings()) === 3);

    const { total } = (await (await fetch(`${new URL(sandbox.baseUrl).origin}/_calls`)).json()) as {
      total: number;
    };
    const { calls } = await statusOf(first);
    expect(calls.today).toBeGreaterThanOrEqual(total);
    // The one that was killed had reserved as many at most.
    expect(calls.today).toBeLessThanOrEqual(total + PER_DAY / 100);
  });
});
