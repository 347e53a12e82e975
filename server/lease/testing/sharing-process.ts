import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { Ticket } from '../../../contract/index.ts';
import { StoreError } from '../../history/stored.ts';
import { createRecorder } from '../../recorder/recorder.ts';
import { buildSnapshot } from '../../snapshot/snapshot.ts';
import type { Database } from '../../store/database.ts';
import { createPostgres } from '../../store/postgres.ts';
import { createSqlTicketStore } from '../../store/sql-ticket-store.ts';
import { createPlanner } from '../../sync/planner.ts';
import { createWorkspaceSync } from '../../sync/workspace-sync.ts';
import { createCallBudget } from '../../upstream/call-budget.ts';
import { createClock } from '../../upstream/clock.ts';
import { type Sharing, shareWorkspaces } from '../share-workspaces.ts';
import type { CreateReader } from '../workspace-reader.ts';

export const BASE_URL = 'https://api.example.com';
const PACE = { followingMs: 20, holdingMs: 20, patienceMs: 300, graceMs: 3_000 };

/** The upstream of several processes, and the pages that each of them has asked for. */
export interface TestUpstream {
  list: readonly Ticket[];
  readonly calls: string[];
}

/** One of several processes on a database, but that all of them are in this one. */
export interface SharingProcess {
  readonly name: string;
  readonly workspace: Sharing['workspaces'][number];
  readonly logger: { readonly info: ReturnType<typeof vi.fn>; readonly warn: ReturnType<typeof vi.fn> };
  figures(): ReturnType<Sharing['figures']>[number];
  /** Has everything that it asks the database wait, as when it is stopped, until what it answers is called. */
  hold(): () => void;
  /** Cuts it off from the database, or connects it again. */
  setAway(isAway: boolean): void;
  start(): void;
  /** Ends it cleanly. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly workspace?: string;
  readonly firstNumber?: number;
  /** Whether it records what it reads; true when left out. */
  readonly records?: boolean;
}

export function createSharingProcess(
  name: string,
  url: string,
  upstream: TestUpstream,
  { workspace: id = randomUUID(), firstNumber = 1, records = true }: ProcessOptions = {},
): SharingProcess {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const gate = { isAway: false, open: Promise.resolve() };
  const pool = createPostgres(url, logger);
  const single = createPostgres(url, logger, { most: 1 });
  const clock = createClock();
  const workspace = { id, name: `Workspace ${id}` };
  const calls = () => ({ lastMinute: 0, today: 0, perDay: 2_000 });
  const planner = createPlanner({ usage: calls, refreshMs: 60_000, clock });
  const budget = createCallBudget({ perDay: 2_000 });

  const createReader: CreateReader = (archive, store) => {
    const source = { baseUrl: BASE_URL, workspace: id };
    const recorder = createRecorder({
      ...{ source, configured: [source], retentionDays: 400, eraseAfterDays: 30 },
      store: Promise.resolve(store),
      logger,
    });
    const sync = createWorkspaceSync({
      ...{ workspace, usage: calls, planner, perPage: 10, archive, clock, logger },
      client: {
        async readPage({ page, perPage }) {
          await budget.reserve(0, 1);
          upstream.calls.push(name);
          const tickets = upstream.list.slice((page - 1) * perPage, page * perPage);
          const counts = { unreadable: 0, repaired: 0, received: tickets.length };
          return { tickets, pageNumber: page, perPage, ...counts, totalCount: upstream.list.length };
        },
      },
      onPublished: records ? recorder.record : () => {},
    });
    return {
      ...{ status: sync.status, watch: sync.watch, refresh: sync.refresh },
      history: recorder.history,
      recordingStatus: recorder.status,
      begin(resumed) {
        if (resumed !== null) sync.resume(resumed);
        if (resumed?.unrecorded != null) recorder.record(resumed.unrecorded);
        sync.start();
      },
      async stop() {
        await sync.stop();
        await recorder.stop();
      },
    };
  };

  const sharing = shareWorkspaces({
    database: gated(pool, gate),
    urgent: gated(single, gate),
    store: createSqlTicketStore(gated(pool, gate)),
    baseUrl: BASE_URL,
    workspaces: [workspace],
    createReader: () => createReader,
    build: async (input) => buildSnapshot(input),
    ...{ firstNumber, calls, refreshMs: 60_000, clock, logger, pace: PACE },
    onAnswer: () => {},
  });
  return {
    name,
    logger,
    workspace: sharing.workspaces[0] as SharingProcess['workspace'],
    figures: () => sharing.figures()[0] as ReturnType<Sharing['figures']>[number],
    hold() {
      let open = () => {};
      gate.open = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    setAway(isAway) {
      gate.isAway = isAway;
    },
    start: sharing.start,
    async stop() {
      await sharing.stop();
      await Promise.all([pool.close(), single.close()]);
    },
  };
}

function gated(database: Database, gate: { isAway: boolean; open: Promise<void> }): Database {
  const pass = async () => {
    if (gate.isAway) throw new StoreError('away', 'The database cannot be reached (TEST).');
    await gate.open;
  };
  return {
    async query(sql, values) {
      await pass();
      return await database.query(sql, values);
    },
    transaction: (work) =>
      database.transaction(async (session) => {
        await pass();
        return await work({
          async query(sql, values) {
            await pass();
            return await session.query(sql, values);
          },
        });
      }),
    close: () => database.close(),
  };
}
