import type { AddressInfo } from 'node:net';
import type { Ticket } from '../contract/index.ts';
import type { Access } from '../server/access/access.ts';
import { buildApp } from '../server/app.ts';
import { createHistory } from '../server/history/recorded-history.ts';
import { LIMITS } from '../server/http/limits.ts';
import { createMetrics } from '../server/http/metrics.ts';
import type { RecordedWorkspace } from '../server/http/recorded-workspace.ts';
import { createHttpServer } from '../server/http/server.ts';
import { createLogger } from '../server/logger.ts';
import { buildSnapshot } from '../server/snapshot/snapshot.ts';
import { BENCH_NOW } from './tickets.ts';

/** A client of the benchmark asks as fast as it can, which nobody who works with the product does. */
const UNLIMITED = { ...LIMITS, requests: Number.MAX_SAFE_INTEGER };

/** The access that is asked, and the address that is served; null for any. */
interface Served {
  readonly access: Access;
  readonly publicUrl: string | null;
}

/** Makes the real app over one snapshot that never changes listen, for each way to sign in; gives its port. */
export function createListener(tickets: readonly Ticket[]): (served: Served) => Promise<number> {
  const workspace = fixedWorkspace(tickets);
  return ({ access, publicUrl }) => {
    const app = buildApp({
      mode: 'live',
      ticketUrlTemplate: null,
      workspaces: [workspace],
      access,
      signIn: null,
      tokens: null,
      sessions: null,
      audit: null,
      host: '127.0.0.1',
      publicUrl,
      basePath: '',
      trustedProxies: [],
      metricsToken: null,
      clientDir: null,
      logger: createLogger({ level: 'info', secrets: [] }),
      metrics: createMetrics(),
      now: () => BENCH_NOW,
      limits: UNLIMITED,
    });
    const server = createHttpServer(app);
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  };
}

function fixedWorkspace(tickets: readonly Ticket[]): RecordedWorkspace {
  const { length: total } = tickets;
  const snapshot = buildSnapshot({ number: 1, takenAt: BENCH_NOW, whole: true, total, tickets });
  const calls = { lastMinute: 0, today: 0, perDay: 2_000 };
  const history = createHistory();
  return {
    workspace: { id: 'bench', name: 'Bench' },
    snapshots: {
      newest: () => snapshot,
      at: () => snapshot,
      takenAt: ({ takenAt }) => takenAt,
      isRestoring: () => false,
      reach: async () => {},
      onPublish: () => () => undefined,
      onDrop: () => () => undefined,
    },
    reading: {
      status: () => ({
        state: 'fresh',
        nextRefreshAt: null,
        refresh: { price: null, everySeconds: 60, reason: 'configured', seenWithinSeconds: 60 },
        problem: null,
        calls,
        progress: null,
        daily: null,
      }),
    },
    refreshing: { watch: () => undefined, refresh: () => undefined },
    viewerSnapshots: null,
    recording: {
      history: () => history,
      status: () => ({ store: 'memory', since: null, lastAt: null, problem: null }),
    },
  };
}
