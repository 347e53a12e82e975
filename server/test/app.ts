import supertest from 'supertest';
import type { Ticket, Workspace } from '../../contract/index.ts';
import { openAccess } from '../access/open.ts';
import { type AppOptions, buildApp } from '../app.ts';
import { createHistory } from '../history/recorded-history.ts';
import { createMetrics } from '../http/metrics.ts';
import type { RecordingSource } from '../http/recorded-workspace.ts';
import { createLogger } from '../logger.ts';
import type {
  ReadingStatus,
  ReadingStatusSource,
  RefreshControl,
  SnapshotReader,
} from '../snapshot/ports.ts';
import { buildSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { createViewerSnapshots } from '../snapshot/viewer-snapshots.ts';
import { tickets } from './tickets.ts';

/** The clock of the tests. */
export const NOW = Date.parse('2026-02-10T12:00:00.000Z');

/** All ports of one workspace. */
interface WorkspaceSource extends SnapshotReader, ReadingStatusSource, RefreshControl {
  readonly workspace: Workspace;
  readonly recording: RecordingSource;
}

/** A source whose state a test sets as it likes, and that notes what it was told. */
export interface FakeSource extends WorkspaceSource {
  snapshots: Snapshot[];
  reading: ReadingStatus;
  watched: number;
  /** Tells those who listen of the newest. */
  publish(): void;
  refreshed: number;
  reach: SnapshotReader['reach'];
  recording: RecordingSource;
}

export function fakeSource(id: string, ...snapshots: Snapshot[]): FakeSource {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const history = createHistory();
  const source: FakeSource = {
    workspace: { id, name: `Workspace ${id}` },
    snapshots,
    reading: {
      state: 'fresh',
      nextRefreshAt: null,
      refresh: { price: 1, everySeconds: 60, reason: 'configured', seenWithinSeconds: 120 },
      problem: null,
      calls: { lastMinute: 3, today: 30, perDay: 2000 },
      progress: null,
      daily: null,
    },
    watched: 0,
    refreshed: 0,
    recording: {
      history: () => history,
      status: () => ({ store: 'memory', since: null, lastAt: null, problem: null }),
    },
    newest: () => source.snapshots.at(-1) ?? null,
    at: (number) => source.snapshots.find((snapshot) => snapshot.number === number) ?? null,
    takenAt: (snapshot) => snapshot.takenAt,
    reach: async () => {},
    isRestoring: () => false,
    onPublish(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish() {
      for (const listener of listeners) listener(source.snapshots.at(-1) as Snapshot);
    },
    onDrop: () => () => undefined,
    status: () => source.reading,
    watch() {
      source.watched++;
    },
    refresh() {
      source.refreshed++;
    },
  };
  return source;
}

export function snapshotOf(
  number: number,
  tickets: readonly Ticket[],
  parts: Partial<Snapshot> = {},
): Snapshot {
  return buildSnapshot({ number, takenAt: NOW, whole: true, total: tickets.length, tickets, ...parts });
}

/** The real app over those sources, with a client of it; `log` has every line that was logged. */
export function serve(sources: readonly WorkspaceSource[], options: Partial<AppOptions> = {}) {
  const log: string[] = [];
  const logger = createLogger({
    level: 'debug',
    secrets: ['k3y-Of-Ours'],
    destination: { write: (line) => log.push(line) },
  });
  const app = buildApp({
    mode: 'live',
    ticketUrlTemplate: null,
    workspaces: sources.map((source) => ({
      workspace: source.workspace,
      snapshots: source,
      reading: source,
      refreshing: source,
      viewerSnapshots: createViewerSnapshots({
        full: source,
        build: async (input) => buildSnapshot(input),
        onError: (error) => logger.error({ err: error }, 'a snapshot for viewers'),
      }),
      recording: {
        history: () => source.recording.history(),
        status: () => source.recording.status(),
      },
    })),
    access: openAccess,
    signIn: null,
    tokens: null,
    sessions: null,
    audit: null,
    host: '127.0.0.1',
    publicUrl: null,
    basePath: '',
    trustedProxies: [],
    metricsToken: null,
    clientDir: null,
    logger,
    metrics: createMetrics(),
    now: () => NOW,
    ...options,
  });
  return { app, http: supertest(app), log };
}

/** The app over a workspace `w` with snapshots of these numbers, of 120 tickets each. */
export function serveTickets(...numbers: readonly number[]) {
  const source = fakeSource('w', ...numbers.map((number) => snapshotOf(number, tickets(1, 120))));
  return { source, ...serve([source]) };
}
