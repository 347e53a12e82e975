import type { Logger } from 'pino';
import type { Workspace } from '../contract/index.ts';
import type { Env } from './env.ts';
import type { TicketStore } from './history/stored.ts';
import type { Metrics } from './http/metrics.ts';
import { createRecorder, type Recorder } from './recorder/recorder.ts';
import type { SnapshotArchive } from './snapshot/archive.ts';
import type { ReadingStatus } from './snapshot/ports.ts';
import { createPlanner } from './sync/planner.ts';
import { createWorkspaceSync } from './sync/workspace-sync.ts';
import type { WorkspaceSync } from './sync/workspace-sync-options.ts';
import type { CallBudget } from './upstream/call-budget.ts';
import { createUpstreamClient } from './upstream/client.ts';
import type { Clock } from './upstream/clock.ts';
import { createPacer } from './upstream/pacer.ts';
import { createReliableClient } from './upstream/retry.ts';

/** The source of tickets: QuestionPro, or the sandbox in its place. */
export type Upstream = NonNullable<Env['live']>;

export interface BuildReadingOptions {
  readonly env: Env;
  readonly upstream: Upstream;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly budget: CallBudget;
  readonly clock: Clock;
}

/** The reading and recording of one workspace, which has not begun. */
export interface Reading {
  readonly sync: WorkspaceSync;
  readonly recorder: Recorder;
}

/** The parts that all workspaces of a process are read by. */
export interface ReadingParts {
  /** The calls of this process, all workspaces together. */
  readonly calls: () => ReadingStatus['calls'];
  /** Makes what reads a workspace into an archive and records it in a store. */
  create(workspace: Workspace, archive: SnapshotArchive, store: TicketStore): Reading;
}

/** Puts together what reads and records workspaces. Nothing of it has begun. */
export function buildReading(options: BuildReadingOptions): ReadingParts {
  const { env, upstream, logger, metrics, budget, clock } = options;
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
  return {
    calls: pacer.usage,
    create(workspace, archive, store) {
      const recorder = createRecorder({
        source: sourceOf(workspace),
        configured,
        store: Promise.resolve(store),
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
        archive,
        clock,
        logger,
        recordAt: env.recordAt === null ? null : parseTimeOfDay(env.recordAt),
        onRead: (outcome, milliseconds) => metrics.read(workspace.id, outcome, milliseconds),
        onPublished: recorder.record,
      });
      return { sync, recorder };
    },
  };
}

/** Reads `06:00`. */
function parseTimeOfDay(text: string) {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return { hours, minutes };
}
