import type { AddressInfo } from 'node:net';
import { buildApp } from '../server/app.ts';
import { createMetrics } from '../server/http/metrics.ts';
import { createLogger } from '../server/logger.ts';
import { buildSnapshot } from '../server/snapshot/snapshot.ts';
import type { SnapshotSource } from '../server/snapshot/source.ts';
import { BENCH_NOW, makeTickets } from './tickets.ts';

/** The real app over one snapshot that never changes, in a process of its own; tells its parent the port. */
function serve(count: number): void {
  const app = buildApp({
    mode: 'live',
    ticketUrlTemplate: null,
    sources: [fixedSource(count)],
    host: '127.0.0.1',
    clientDir: null,
    logger: createLogger({ level: 'info', secrets: [] }),
    metrics: createMetrics(),
    now: () => BENCH_NOW,
  });
  const server = app.listen(0, '127.0.0.1', (error) => {
    if (error) throw error;
    process.send?.((server.address() as AddressInfo).port);
  });
}

function fixedSource(count: number): SnapshotSource {
  const tickets = makeTickets(count);
  const snapshot = buildSnapshot({ number: 1, takenAt: BENCH_NOW, whole: true, total: count, tickets });
  const calls = { lastMinute: 0, today: 0, perDay: 2_000 };
  return {
    workspace: { id: 'bench', name: 'Bench' },
    newest: () => snapshot,
    at: () => snapshot,
    takenAt: ({ takenAt }) => takenAt,
    status: () => ({
      state: 'fresh',
      nextRefreshAt: null,
      refresh: { price: null, everySeconds: 60, reason: 'configured', seenWithinSeconds: 60 },
      problem: null,
      calls,
      progress: null,
    }),
    watch: () => undefined,
    refresh: () => undefined,
  };
}

serve(Number(process.argv[2]));
