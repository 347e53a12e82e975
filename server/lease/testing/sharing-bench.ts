import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { migrate } from '../../store/migrate.ts';
import { createSqlTicketStore } from '../../store/sql-ticket-store.ts';
import { startedPostgres } from '../../store/testing/postgres-database.ts';
import { tickets } from '../../test/tickets.ts';
import {
  BASE_URL,
  createSharingProcess,
  type ProcessOptions,
  type SharingProcess,
  type TestUpstream,
} from './sharing-process.ts';

/** Objects of one test. */
interface Bench {
  upstream: TestUpstream;
  /** The workspace that its processes share. */
  id: string;
  /** The processes that are to be ended after it. */
  running: SharingProcess[];
}

/** Gives every test of a file a workspace on one database, and ends the processes that the test has begun. */
export function eachWithSharing(bin: string | null) {
  const admin = startedPostgres(bin);
  const bench = {} as Bench;
  beforeAll(() => migrate(admin));
  beforeEach(() => {
    bench.upstream = { list: tickets(1, 25), calls: [] };
    bench.id = randomUUID();
    bench.running = [];
  });
  afterEach(async () => {
    await Promise.all(bench.running.map((process) => process.stop()));
  });

  function create(name: string, options: Omit<ProcessOptions, 'workspace'> = {}): SharingProcess {
    const process = createSharingProcess(name, admin.url(), bench.upstream, {
      workspace: bench.id,
      ...options,
    });
    bench.running.push(process);
    return process;
  }

  function begin(name: string, options?: Omit<ProcessOptions, 'workspace'>): SharingProcess {
    const process = create(name, options);
    process.start();
    return process;
  }

  return Object.assign(bench, {
    /** The database, for what no process asks of it. */
    admin,
    /** A process that has not begun yet. */
    create,
    begin,
    /** Two processes, of which the first reads. */
    async beginTwo(): Promise<readonly [SharingProcess, SharingProcess]> {
      const first = begin('first');
      await until(() => first.workspace.status().state === 'fresh' && isRecorded(first));
      const second = begin('second');
      await until(() => shown(second).number === shown(first).number && second.workspace.history());
      return [first, second];
    },
    /** Ends a lease as if it had not been renewed in time. */
    expire: () =>
      admin.query('update leases set expires_at = clock_timestamp() where workspace = $1', [bench.id]),
    /** The newest read that is stored. */
    async recorded() {
      const stored = await createSqlTicketStore(admin).load({ baseUrl: BASE_URL, workspace: bench.id });
      return { seq: stored?.seq, number: stored?.read.number };
    },
  });
}

/** Waits for what happens between processes. */
export const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 20_000, interval: 20 });
/** The newest snapshot of a process; null before its first. */
export const newest = ({ workspace }: SharingProcess) => workspace.snapshots.newest();
/** Whether a process knows of anything that is recorded. */
export const isRecorded = ({ workspace }: SharingProcess) => workspace.recordingStatus().lastAt !== null;

/** The number and the tickets of a process's newest snapshot. */
export function shown(process: SharingProcess) {
  const { number = 0, tickets: all = [] } = newest(process) ?? {};
  return { number, tickets: all };
}
