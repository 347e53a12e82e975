import type { Workspace } from '../contract/index.ts';
import type { Access } from './access/access.ts';
import { type BuildReadingOptions, buildReading, type Reading } from './build-reading.ts';
import { readsOfPast } from './demo-past.ts';
import type { Env } from './env.ts';
import type { RecordedWorkspace } from './http/recorded-workspace.ts';
import type { Sharing } from './lease/share-workspaces.ts';
import type { ReportedWorkspace } from './report/create-report.ts';
import type { Sandbox } from './sandbox/server.ts';
import { createMemoryArchive } from './snapshot/memory-archive.ts';
import { createViewerSnapshots } from './snapshot/viewer-snapshots.ts';
import type { StoredCallCount } from './store/call-count.ts';
import type { OpenedStore } from './store/open-store.ts';
import { buildBetweenEvents } from './sync/publisher.ts';
import { createCallBudget } from './upstream/call-budget.ts';
import { createClock } from './upstream/clock.ts';

interface BuildOptions extends Omit<BuildReadingOptions, 'budget' | 'clock'> {
  readonly access: Access;
  /** Null where calls are not counted over a restart. */
  readonly callCount: StoredCallCount | null;
  /** Above the numbers of all snapshots before this process. */
  readonly firstNumber: number;
  readonly store: OpenedStore;
  readonly storeKind: Env['store']['kind'];
  /** The demo's upstream, whose past is recorded anew; null for a real one. */
  readonly sandbox: Sandbox | null;
}

/** All workspaces, with what reads and records them. */
export interface BuiltWorkspaces {
  readonly served: readonly (RecordedWorkspace & Pick<ReportedWorkspace, 'isReadHere'>)[];
  /** The part that other processes on the same database have in it; null where this one is alone. */
  readonly sharing: Sharing | null;
  /** Begins to read, from where the process before has left off, or the demo's past has. */
  start(): void;
  /** Ends all that was begun. */
  stop(): Promise<void>;
}

/** Puts together what reads, records and serves each workspace. Nothing of it has begun. */
export async function buildWorkspaces(options: BuildOptions): Promise<BuiltWorkspaces> {
  const { store, callCount } = options;
  const { database, urgent } = store;
  if (database === null || urgent === null || callCount === null) return buildAlone(options);
  const { buildShared } = await import('./build-shared.ts');
  const sharing = buildShared({ ...options, database, urgent, callCount, clock: createClock() });
  const served = sharing.workspaces.map(({ workspace, isReadHere, ...ports }) => ({
    ...serve(options, workspace, {
      snapshots: ports.snapshots,
      reading: ports,
      refreshing: ports,
      recording: { history: ports.history, status: ports.recordingStatus },
    }),
    isReadHere,
  }));
  return { served, sharing, start: sharing.start, stop: sharing.stop };
}

/** The workspaces of the only process that its store has. */
function buildAlone(options: BuildOptions): BuiltWorkspaces {
  const { env, upstream, callCount, firstNumber, store } = options;
  const budget = createCallBudget({ perDay: env.callsPerDay, callCount: callCount ?? undefined });
  const parts = buildReading({ ...options, budget, clock: createClock() });
  const readings = upstream.workspaces.map((workspace) =>
    parts.create(workspace, createMemoryArchive(firstNumber), store.tickets),
  );
  return {
    served: readings.map(({ sync, recorder }) =>
      // One sync stands behind all ports of its workspace.
      serve(options, sync.workspace, {
        snapshots: sync,
        reading: sync,
        refreshing: sync,
        recording: recorder,
      }),
    ),
    sharing: null,
    start() {
      for (const reading of readings) begin(reading, options);
    },
    async stop() {
      await Promise.all(readings.map(({ sync }) => sync.stop()));
      await Promise.all(readings.map(({ recorder }) => recorder.stop()));
    },
  };
}

function begin({ sync, recorder }: Reading, { store, sandbox }: BuildOptions): void {
  const restored =
    sandbox === null
      ? recorder.open(sync.restore)
      : recorder.replay(readsOfPast(sandbox.past(sync.workspace.id)));
  sync.start(store.mayHold ? restored : undefined);
}

interface Ports extends Pick<RecordedWorkspace, 'snapshots' | 'reading' | 'refreshing'> {
  readonly recording: {
    readonly history: RecordedWorkspace['recording']['history'];
    status(): Omit<ReturnType<RecordedWorkspace['recording']['status']>, 'store'>;
  };
}

function serve(
  { access, storeKind, logger }: BuildOptions,
  workspace: Workspace,
  { recording, ...ports }: Ports,
): RecordedWorkspace {
  const onError = (err: unknown) => logger.error({ err }, 'the snapshot for viewers could not be made');
  return {
    ...ports,
    workspace,
    viewerSnapshots:
      access.kind === 'none'
        ? null
        : createViewerSnapshots({ full: ports.snapshots, build: buildBetweenEvents, onError }),
    recording: {
      history: recording.history,
      status: () => ({ store: storeKind, ...recording.status() }),
    },
  };
}
