import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { SnapshotStatus, TicketList } from '../../contract/index.ts';
import { createLogger } from '../logger.ts';
import type { CallReport } from '../sandbox/call-count.ts';
import type { Fault } from '../sandbox/faults.ts';
import { startSandbox } from '../sandbox/server.ts';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import { createPlanner } from '../sync/planner.ts';
import { createWorkspaceSync } from '../sync/workspace-sync.ts';
import { createCallBudget } from '../upstream/call-budget.ts';
import { createUpstreamClient } from '../upstream/client.ts';
import { createPacer } from '../upstream/pacer.ts';
import { createReliableClient } from '../upstream/retry.ts';
import type { Sleep } from '../upstream/sleep.ts';
import { fakeSource, serve } from './app.ts';
import { fakeTimersClock } from './clock.ts';

/** The key that a careless upstream echoes. */
export const KEY = 'k3y-Of-Ours-31337';
export const TICKETS = 250;

/** Ten minutes before the day of the call budget ends. */
const START = Date.parse('2026-02-04T23:50:00.000Z');
/** Steps in which a second passes. */
const STEPS = 10;
const API = '/api/workspaces/4201';

/** Cancellable, and on the tests' clock. */
const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/**
 * The product from the browser's request to the upstream's socket, on a clock that the test moves: app, sync,
 * client and, over HTTP, the sandbox with 250 tickets on five pages.
 */
export async function startFaultBench() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: START });
  const sandbox = await startSandbox({ tickets: TICKETS, faults: true, apiKey: KEY, now: START });
  const written: string[] = [];
  // Without secrets to blot out: what is not logged needs no blotting.
  const logger = createLogger({
    level: 'trace',
    secrets: [],
    destination: { write: (line) => written.push(line) },
  });
  const clock = fakeTimersClock();
  const pacer = createPacer({
    callsPerMinute: 240,
    budget: createCallBudget({ perDay: 2000 }),
    clock,
    sleep,
  });
  const onUnreadable = (_request: object, report: object) => logger.warn(report, 'records');
  const sync = createWorkspaceSync({
    workspace: { id: '4201', name: 'Europe' },
    client: createReliableClient({
      client: createUpstreamClient({ ...sandbox, onUnreadable }),
      pacer,
      clock,
      sleep,
      onRetry: ({ kind, status, code }) => logger.warn({ kind, status, code }, 'again'),
    }),
    usage: pacer.usage,
    perPage: 50,
    planner: createPlanner({ usage: pacer.usage, refreshMs: 60_000, clock }),
    archive: createMemoryArchive(START),
    clock,
    logger,
  });
  const { recording } = fakeSource('4201');
  const { http, log } = serve([{ ...sync, recording }]);

  async function controls<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    return (await (await fetch(new URL(path, sandbox.baseUrl), init)).json()) as Answer;
  }

  /** Lets time pass in small steps, with the sockets served in between and a browser that looks every ten seconds. */
  async function pass(seconds: number): Promise<void> {
    for (let step = 0; step < seconds * STEPS; step++) {
      if (step % (10 * STEPS) === 0) sync.watch();
      await vi.advanceTimersByTimeAsync(1000 / STEPS);
      for (let turn = 0; turn < 6; turn++) await setImmediate();
    }
  }

  return {
    /** Starts the sync, and lets time pass until all has been read: ten seconds, or more where the machine is busy. */
    async start(): Promise<void> {
      sync.start();
      await pass(10);
      // The first connection is a real one, and may take longer than these seconds of the tests' clock.
      for (let more = 0; more < 20 && sync.newest()?.whole !== true; more++) {
        await controls('GET', '/_calls');
        await pass(1);
      }
    },
    pass,
    faults: (faults: readonly Fault[]) => controls('POST', '/_faults', faults),
    /** The calls since this was asked the last time. */
    async calls(): Promise<number> {
      const { total } = await controls<CallReport>('GET', '/_calls');
      await controls('DELETE', '/_calls');
      return total;
    },
    refresh: () => http.post(`${API}/refresh`).expect(202),
    snapshot: async (): Promise<SnapshotStatus> => (await http.get(`${API}/snapshot`).expect(200)).body,
    list: async (): Promise<TicketList> =>
      (await http.get(`${API}/tickets?deleted=include&perPage=200&sort=id`).expect(200)).body,
    /** The upstream's tickets, by id. */
    async upstreamIds(): Promise<number[]> {
      const url = `${sandbox.baseUrl}/cx/closedloop/workspaces/4201/tickets?perPage=1000`;
      const answer = fetch(url, { headers: { 'api-key': KEY } });
      // The sandbox is on the tests' clock too.
      await pass(1);
      const { data } = (await (await answer).json()) as { data: { id: number }[] };
      return data.map(({ id }) => id).sort((a, b) => a - b);
    },
    shownIds: () => sync.newest()?.tickets.map(({ id }) => id) ?? [],
    /** Everything that was logged so far. */
    logged: () => [...written, ...log].join('\n'),
    async stop(): Promise<void> {
      await sync.stop();
      await sandbox.close();
      vi.useRealTimers();
    },
  };
}

/** Gives every test of a file a bench of its own that has read all tickets, and looks for the key in what was logged. */
export function eachWithFaultBench(): Awaited<ReturnType<typeof startFaultBench>> {
  const bench = {} as Awaited<ReturnType<typeof startFaultBench>>;
  beforeEach(async () => {
    Object.assign(bench, await startFaultBench());
    await bench.start();
    expect(await bench.snapshot()).toMatchObject({ state: 'fresh', whole: true, loaded: TICKETS });
    await bench.calls();
  });
  afterEach(async () => {
    await bench.stop();
    expect(bench.logged()).toContain('tickets read');
    expect(bench.logged()).not.toContain(KEY);
  });
  return bench;
}
