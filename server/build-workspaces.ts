import type { Logger } from 'pino';
import type { Access } from './access/access.ts';
import type { Env } from './env.ts';
import type { Metrics } from './http/metrics.ts';
import type { RecordedWorkspace } from './http/recorded-workspace.ts';
import { createRecorder, type Recorder } from './recorder/recorder.ts';
import { createMemoryArchive } from './snapshot/memory-archive.ts';
import { createViewerSnapshots } from './snapshot/viewer-snapshots.ts';
import type { StoredCallCount } from './store/call-count.ts';
import type { OpenedStore } from './store/open-store.ts';
import { createPlanner } from './sync/planner.ts';
import { buildBetweenEvents } from './sync/publisher.ts';
import { createWorkspaceSync } from './sync/workspace-sync.ts';
import type { WorkspaceSync } from './sync/workspace-sync-options.ts';
import { createCallBudget } from './upstream/call-budget.ts';
import { createUpstreamClient } from './upstream/client.ts';
import { createClock } from './upstream/clock.ts';
import { createPacer } from './upstream/pacer.ts';
import { createReliableClient } from './upstream/retry.ts';

/** The source of tickets: QuestionPro, or the sandbox in its place. */
export type Upstream = NonNullable<Env['live']>;

interface BuildOptions {
  readonly env: Env;
  readonly upstream: Upstream;
  readonly access: Access;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Null where calls are not counted over a restart. */
  readonly callCount: StoredCallCount | null;
  /** Above the numbers of all snapshots before this process. */
  readonly firstNumber: number;
  readonly store: OpenedStore;
  readonly storeKind: Env['store']['kind'];
}

/** A workspace with what reads and records it. */
export interface BuiltWorkspace {
  readonly sync: WorkspaceSync;
  readonly recorder: Recorder;
  readonly served: RecordedWorkspace;
}

/** Puts together what reads, records and serves each workspace. Nothing of it has begun. */
export function buildWorkspaces(options: BuildOptions): BuiltWorkspace[] {
  const { env, upstream, access, logger, metrics, callCount, firstNumber, store, storeKind } = options;
  const clock = createClock();
  const budget = createCallBudget({ perDay: env.callsPerDay, callCount: callCount ?? undefined });
  const pacer = createPacer({ callsPerMinute: env.callsPerMinute, budget, clock });
  const client = createReliableClient({
    pacer,
    clock,
    client: createUpstreamClient({
      ...upstream,
      onCall: metrics.upstreamCall,
      onUnreadable: ({ workspace, page }, report) =>
        logger.warn({ workspace, page, ...report }, 'records that are not as promised'),
    }),
    onRetry: ({ kind, status, code }, milliseconds, attempt) =>
      logger.warn({ kind, status, code, milliseconds, attempt }, 'a call is tried again'),
  });
  const planner = createPlanner({ usage: pacer.usage, refreshMs: env.refreshMs, clock });
  const sourceOf = ({ id }: { readonly id: string }) => ({ baseUrl: upstream.baseUrl, workspace: id });
  const configured = upstream.workspaces.map(sourceOf);
  return upstream.workspaces.map((workspace): BuiltWorkspace => {
    const recorder = createRecorder({
      source: sourceOf(workspace),
      configured,
      store: Promise.resolve(store.tickets),
      logger,
      retentionDays: env.retentionDays,
      eraseAfterDays: env.eraseAfterDays,
      onAttempt: (outcome) => metrics.recording(workspace.id, outcome),
    });
    const sync = createWorkspaceSync({
      workspace,
      client,
      usage: pacer.usage,
      planner,
      perPage: env.perPage,
      archive: createMemoryArchive(firstNumber),
      clock,
      logger,
      recordAt: env.recordAt === null ? null : parseTimeOfDay(env.recordAt),
      onRead: (outcome, milliseconds) => metrics.read(workspace.id, outcome, milliseconds),
      onPublished: recorder.record,
    });
    const recording = {
      history: recorder.history,
      status: () => ({ store: storeKind, ...recorder.status() }),
    };
    const onError = (err: unknown) => logger.error({ err }, 'the snapshot for viewers could not be made');
    const viewerSnapshots =
      access.kind === 'none'
        ? null
        : createViewerSnapshots({ full: sync, build: buildBetweenEvents, onError });
    // One sync stands behind all ports of its workspace.
    const served = {
      workspace,
      snapshots: sync,
      reading: sync,
      refreshing: sync,
      viewerSnapshots,
      recording,
    };
    return { sync, recorder, served };
  });
}

/** Reads `06:00`. */
function parseTimeOfDay(text: string) {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return { hours, minutes };
}
