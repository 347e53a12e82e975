import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, type Mock, vi } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import { createPlanner } from '../sync/planner.ts';
import type { SyncLog } from '../sync/read-report.ts';
import { createWorkspaceSync } from '../sync/workspace-sync.ts';
import type { WorkspaceSync, WorkspaceSyncOptions } from '../sync/workspace-sync-options.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import { fakeTimersClock } from './clock.ts';
import { tickets } from './tickets.ts';

/** Start of the tests' clock. */
export const START = Date.parse('2026-02-04T12:00:00.000Z');
export const REFRESH_MS = 60_000;

/** The upstream of a test: what it lists, what goes wrong with a page, and what it was asked. */
interface ScriptedUpstream {
  list: readonly Ticket[];
  fault: (page: number) => Error | null;
  /** Pages wait for this. */
  gate: (page: number) => Promise<void>;
  requested: number[];
}

/** Objects of one test. */
interface Bench {
  upstream: ScriptedUpstream;
  log: { [Level in keyof SyncLog]: Mock<SyncLog[Level]> };
  outcomes: string[];
  /** The calls there are in a day, as the pacer keeps them. */
  perDay: number;
  sync: WorkspaceSync;
}

/** Gives every test of a file a fresh sync over a scripted upstream, and a clock that the test moves. */
export function eachWithSync(options: Partial<WorkspaceSyncOptions> = {}): Bench {
  const bench = {} as Bench;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: START });
    bench.upstream = { list: tickets(1, 25), fault: () => null, gate: async () => {}, requested: [] };
    bench.log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    bench.outcomes = [];
    bench.perDay = 2000;
    bench.sync = syncOver(bench, options);
  });
  afterEach(async () => {
    bench.upstream.gate = async () => {};
    await bench.sync.stop();
    // First what a test has put over the fake timers: it would put these back.
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  return bench;
}

function syncOver(bench: Bench, options: Partial<WorkspaceSyncOptions>): WorkspaceSync {
  const { upstream, log, outcomes } = bench;
  const clock = fakeTimersClock();
  const countCalls = () => upstream.requested.length;
  const usage = () => ({ lastMinute: countCalls(), today: countCalls(), perDay: bench.perDay });
  return createWorkspaceSync({
    workspace: { id: 'w', name: 'W' },
    client: {
      async readPage({ page, perPage, signal }) {
        if (countCalls() >= bench.perDay) throw new UpstreamFailure('budget-used-up');
        upstream.requested.push(page);
        await upstream.gate(page);
        signal?.throwIfAborted();
        const fault = upstream.fault(page);
        if (fault !== null) throw fault;
        const records = upstream.list.slice((page - 1) * perPage, page * perPage).map((one) => ({ ...one }));
        const counts = {
          unreadable: 0,
          repaired: 0,
          received: records.length,
          totalCount: upstream.list.length,
        };
        return { tickets: records, pageNumber: page, perPage, ...counts };
      },
    },
    usage,
    planner: createPlanner({ usage, refreshMs: REFRESH_MS, clock }),
    archive: createMemoryArchive(START),
    clock,
    perPage: 10,
    concurrency: 2,
    logger: log,
    random: () => 1,
    onRead: (outcome) => outcomes.push(outcome),
    ...options,
  });
}

/** Lets everything that waits for nothing but the event loop run, as far as that ever ends. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    await setImmediate();
    if (!process.getActiveResourcesInfo().includes('Immediate')) return;
  }
}

/** Lets time pass, with somebody looking every ten seconds if asked for. */
export async function pass({ sync }: Bench, milliseconds: number, watched?: 'watched'): Promise<void> {
  const step = 10_000;
  for (let rest = milliseconds; rest > 0; rest -= step) {
    await vi.advanceTimersByTimeAsync(Math.min(rest, step));
    if (watched === 'watched') sync.watch();
    await settle();
  }
}

export async function start({ sync }: Bench): Promise<void> {
  sync.start();
  await settle();
}

/** The ids in the newest snapshot. */
export function shown({ sync }: Bench): readonly number[] {
  return sync.newest()?.tickets.map((one) => one.id) ?? [];
}

/** Holds the pages from `from` on, until what it answers is called. */
export function holdFrom({ upstream }: Bench, from: number): () => Promise<void> {
  let resolve = () => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  upstream.gate = (page) => (page >= from ? promise : Promise.resolve());
  return async () => {
    upstream.gate = async () => {};
    resolve();
    await settle();
  };
}
