import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { createPostgres } from '../store/postgres.ts';
import { createSqlTicketStore } from '../store/sql-ticket-store.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../store/testing/postgres-server.ts';
import { ticket, tickets } from '../test/tickets.ts';
import {
  BASE_URL,
  createSharingProcess,
  type SharingProcess,
  type TestUpstream,
} from './testing/sharing-process.ts';

const bin = findPostgres();
const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 20_000, interval: 20 });

describe.runIf(bin !== null)('processes on one database', () => {
  let server: PostgresServer;
  let admin: Database;
  let running: SharingProcess[] = [];
  let upstream: TestUpstream;
  let id: string;

  beforeAll(async () => {
    server = await startPostgres(bin as string);
    admin = createPostgres(server.url, { warn: vi.fn() });
    await migrate(admin);
  });
  afterEach(async () => {
    await Promise.all(running.map((process) => process.stop()));
    running = [];
  });
  afterAll(async () => {
    await admin.close();
    await server.remove();
  });

  function begin(
    name: string,
    options: { readonly firstNumber?: number; readonly records?: boolean } = {},
  ): SharingProcess {
    const process = createSharingProcess(name, server.url, upstream, { workspace: id, ...options });
    running.push(process);
    process.start();
    return process;
  }

  /** Two processes, of which the first reads. */
  async function beginTwo(): Promise<readonly [SharingProcess, SharingProcess]> {
    [upstream, id] = [{ list: tickets(1, 25), calls: [] }, randomUUID()];
    const first = begin('first');
    await until(() => first.workspace.status().state === 'fresh' && isRecorded(first));
    const second = begin('second');
    await until(() => shown(second).number === shown(first).number && second.workspace.history());
    return [first, second];
  }

  /** Ends a lease as if it had not been renewed in time. */
  const expire = () =>
    admin.query('update leases set expires_at = clock_timestamp() where workspace = $1', [id]);
  const newest = ({ workspace }: SharingProcess) => workspace.snapshots.newest();
  const isRecorded = ({ workspace }: SharingProcess) => workspace.recordingStatus().lastAt !== null;

  function shown(process: SharingProcess) {
    const { number = 0, tickets: all = [] } = newest(process) ?? {};
    return { number, tickets: all };
  }

  async function recorded() {
    const stored = await createSqlTicketStore(admin).load({ baseUrl: BASE_URL, workspace: id });
    return { seq: stored?.seq, number: stored?.read.number };
  }

  test('show the same numbers, lists and past, and one of them reads', async () => {
    const [first, second] = await beginTwo();
    upstream.list = [...tickets(2, 24), ticket(25, { status: 'OPEN' }), ticket(26)];
    first.workspace.refresh();
    await until(() => first.workspace.history()?.seq === 2 && second.workspace.history()?.seq === 2);
    expect(shown(first).tickets).toEqual(upstream.list);
    expect(shown(second)).toEqual(shown(first));
    expect(newest(second)?.takenAt).toBe(newest(first)?.takenAt);
    const past = ({ workspace }: SharingProcess) => {
      const history = workspace.history();
      return [
        history?.since,
        history?.reads,
        new Set(history?.tickets.ids.all()),
        [...(history?.log.at.all() ?? [])],
      ];
    };
    expect(past(second)).toEqual(past(first));
    expect(new Set(upstream.calls)).toEqual(new Set(['first']));
    await until(() => second.workspace.status().state === 'fresh');
  });

  test('answer from a snapshot that another one has shown a moment ago', async () => {
    const [first, second] = await beginTwo();
    const number = shown(first).number;
    upstream.list = tickets(1, 30);
    first.workspace.refresh();
    await until(() => shown(first).number > number);
    const later = shown(first).number;
    await second.workspace.snapshots.reach(later);
    expect(second.workspace.snapshots.at(later)?.tickets).toEqual(upstream.list);
    // One that nobody has is known to be nowhere.
    await second.workspace.snapshots.reach(later + 1);
    expect(second.workspace.snapshots.at(later + 1)).toBeNull();
  });

  test('have the one that reads do what is asked of another', async () => {
    const [first, second] = await beginTwo();
    const { number } = shown(first);
    expect(first.workspace.status().nextRefreshAt).toBeNull();
    second.workspace.watch();
    await until(() => first.workspace.status().nextRefreshAt !== null);
    upstream.list = tickets(1, 31);
    second.workspace.refresh();
    await until(() => shown(second).number > number);
    expect(shown(second).tickets).toHaveLength(31);
    const calls = upstream.calls.length;
    const taken = 'select refresh_taken from leases where workspace = $1';
    await until(
      async () => (await admin.query<{ refresh_taken: number }>(taken, [id]))[0]?.refresh_taken === 1,
    );
    await until(() => first.workspace.status().state === 'fresh');
    expect(upstream.calls).toHaveLength(calls);
  });

  test('take over from one that ends, without reading what is young enough', async () => {
    const [first, second] = await beginTwo();
    const before = shown(second);
    await first.stop();
    running = [second];
    await until(() => second.figures().isReading);
    expect(second.figures().term).toBe(2);
    expect(shown(second)).toEqual(before);
    expect(new Set(upstream.calls)).toEqual(new Set(['first']));
    upstream.list = tickets(1, 40);
    second.workspace.refresh();
    await until(async () => (await recorded()).seq === 2);
    expect(shown(second).number).toBeGreaterThan(before.number);
    expect(shown(second).tickets).toHaveLength(40);
  });

  test('take over from one that has ended before it could record what all have got', async () => {
    [upstream, id] = [{ list: tickets(1, 25), calls: [] }, randomUUID()];
    const first = begin('first', { records: false });
    await until(() => first.workspace.status().state === 'fresh');
    const second = begin('second');
    await until(() => shown(second).number === shown(first).number);
    const release = first.hold();
    await expire();
    await until(() => second.figures().isReading && isRecorded(second));
    expect(await recorded()).toEqual({ seq: 1, number: shown(second).number });
    await until(() => second.workspace.status().state === 'fresh');
    expect(new Set(upstream.calls)).toEqual(new Set(['first']));
    release();
  });

  test('write nothing once another one has taken over, and follow it', async () => {
    const [first, second] = await beginTwo();
    const release = first.hold();
    upstream.list = tickets(1, 30);
    // It has read, and cannot publish any more.
    first.workspace.refresh();
    await until(() => upstream.calls.length >= 6);
    await expire();
    await until(() => second.figures().isReading);
    upstream.list = tickets(1, 35);
    second.workspace.refresh();
    await until(async () => (await recorded()).seq === 2);
    release();
    await until(() => !first.figures().isReading);
    await until(() => shown(first).number === shown(second).number);
    expect(shown(first).tickets).toHaveLength(35);
    expect(await recorded()).toEqual({ seq: 2, number: shown(second).number });
    await until(() => first.workspace.history()?.seq === 2);
    expect(first.figures()).toMatchObject({ isReading: false, term: 2 });
  });

  test('go on alone while the database is away, and tell the others what came meanwhile', async () => {
    const [first, second] = await beginTwo();
    const before = shown(second);
    for (const process of [first, second]) process.setAway(true);
    upstream.list = tickets(1, 28);
    first.workspace.refresh();
    await until(() => shown(first).tickets.length === 28);
    await until(() => first.workspace.recordingStatus().problem !== null);
    expect(shown(second)).toEqual(before);
    await expire();
    for (const process of [second, first]) process.setAway(false);
    await until(() => shown(second).number === shown(first).number);
    expect(shown(second).tickets).toEqual(upstream.list);
    expect(first.figures()).toEqual({ workspace: id, isReading: true, term: 1 });
  });

  test('follow another one after they have read alone at their start', async () => {
    const [first] = await beginTwo();
    upstream.list = tickets(1, 27);
    const third = createSharingProcess('third', server.url, upstream, { workspace: id });
    running.push(third);
    third.setAway(true);
    third.start();
    await until(() => shown(third).tickets.length === 27);
    expect(third.figures()).toEqual({ workspace: id, isReading: true, term: null });
    third.setAway(false);
    await until(() => !third.figures().isReading);
    await until(() => shown(third).number === shown(first).number);
    expect(shown(third).tickets).toHaveLength(25);
  });

  test('number above all that a process before has used', async () => {
    const [first] = await beginTwo();
    const last = shown(first).number;
    await first.stop();
    running = running.filter((process) => process !== first);
    await until(() => running[0]?.figures().isReading);
    await Promise.all(running.map((process) => process.stop()));
    running = [];
    const far = last + 1_000_000_000;
    const next = begin('next', { firstNumber: far });
    await until(() => next.figures().isReading);
    expect(shown(next).number).toBe(last);
    next.workspace.refresh();
    await until(() => shown(next).number !== last);
    expect(shown(next).number).toBeGreaterThanOrEqual(far);
  });
});
