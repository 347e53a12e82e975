import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SnapshotSource } from '../snapshot/source.ts';
import { routeOf } from './route-name.ts';

/** What the process counts, for Prometheus. No label holds anything of a ticket or a person. */
export interface Metrics {
  /** Counts a call to the upstream, by how it ended. */
  upstreamCall(outcome: string, milliseconds: number): void;
  /** Counts a read of all tickets of a workspace, by how it ended. */
  read(workspace: string, outcome: string, milliseconds: number): void;
  /** From now on reports the snapshots of these workspaces. `now` in epoch milliseconds. */
  observe(sources: readonly SnapshotSource[], now: () => number): void;
  /** Times every request that passes. */
  readonly timeRequests: RequestHandler;
  /** Answers all figures in Prometheus' text format. */
  readonly answer: RequestHandler;
}

const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const READ_BUCKETS = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'loopdesk_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const calls = new Histogram({
    name: 'loopdesk_upstream_call_seconds',
    help: 'Time of a call to QuestionPro, by outcome.',
    labelNames: ['outcome'],
    buckets: CALL_BUCKETS,
    registers,
  });
  const reads = new Histogram({
    name: 'loopdesk_read_seconds',
    help: 'Time to read all tickets of a workspace, by outcome.',
    labelNames: ['workspace', 'outcome'],
    buckets: READ_BUCKETS,
    registers,
  });
  return {
    upstreamCall: (outcome, milliseconds) => calls.observe({ outcome }, milliseconds / 1000),
    read: (workspace, outcome, milliseconds) => reads.observe({ workspace, outcome }, milliseconds / 1000),
    observe: (sources, now) => observeSources(registry, sources, now),
    timeRequests(request, response, next) {
      const stop = requests.startTimer();
      response.once('close', () => {
        stop({ method: request.method, route: routeOf(request), status: response.statusCode });
      });
      next();
    },
    async answer(_request, response) {
      const figures = await registry.metrics();
      response.set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(figures);
    },
  };
}

function observeSources(registry: Registry, sources: readonly SnapshotSource[], now: () => number): void {
  const perWorkspace = (name: string, help: string, read: (source: SnapshotSource) => number | null) =>
    new Gauge({
      name,
      help,
      labelNames: ['workspace'],
      registers: [registry],
      collect() {
        for (const source of sources) {
          const value = read(source);
          if (value !== null) this.set({ workspace: source.workspace.id }, value);
        }
      },
    });
  perWorkspace('loopdesk_snapshot_age_seconds', 'Since the read of the newest snapshot began.', (source) => {
    const newest = source.newest();
    return newest === null ? null : (now() - newest.takenAt) / 1000;
  });
  perWorkspace(
    'loopdesk_snapshot_tickets',
    'Tickets in the newest snapshot.',
    (source) => source.newest()?.tickets.length ?? 0,
  );
  perWorkspace('loopdesk_snapshot_whole', '1 when the newest snapshot has every ticket.', (source) =>
    Number(source.newest()?.whole ?? false),
  );
  perWorkspace('loopdesk_upstream_failing', '1 while the upstream cannot be read.', (source) =>
    Number(source.status().problem !== null),
  );
  const [first] = sources;
  if (first !== undefined) observeCalls(registry, first);
}

/** Every source tells the calls of the whole process. */
function observeCalls(registry: Registry, source: SnapshotSource): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge(
    'loopdesk_upstream_calls_today',
    'Calls to QuestionPro in this UTC day.',
    () => source.status().calls.today,
  );
  gauge(
    'loopdesk_upstream_calls_per_day',
    'Calls to QuestionPro allowed in a day.',
    () => source.status().calls.perDay,
  );
}
