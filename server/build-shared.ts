import { type BuildReadingOptions, buildReading, type Reading } from './build-reading.ts';
import { createCallTable } from './lease/call-table.ts';
import { type Sharing, shareWorkspaces } from './lease/share-workspaces.ts';
import { createSharedCallBudget } from './lease/shared-call-budget.ts';
import type { WorkspaceReader } from './lease/workspace-reader.ts';
import { digestOfKey, type StoredCallCount } from './store/call-count.ts';
import type { Database } from './store/database.ts';
import type { OpenedStore } from './store/open-store.ts';
import { buildBetweenEvents } from './sync/publisher.ts';
import { dayOf } from './upstream/clock.ts';

interface BuildSharedOptions extends Omit<BuildReadingOptions, 'budget'> {
  readonly database: Database;
  readonly urgent: Database;
  readonly store: OpenedStore;
  /** Calls that the database has not been told of. */
  readonly callCount: StoredCallCount;
  readonly firstNumber: number;
}

/** Puts together what reads the workspaces that several processes share on one database. Nothing of it has begun. */
export function buildShared(options: BuildSharedOptions): Sharing {
  const { env, upstream, database, urgent, store, callCount, firstNumber, clock, logger } = options;
  const budget = createSharedCallBudget({
    table: createCallTable(urgent, digestOfKey(upstream)),
    perDay: env.callsPerDay,
    owed: callCount,
    today: () => dayOf(clock, clock.now()),
    now: clock.now,
    onError: (error) =>
      logger.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        'calls are counted here for now',
      ),
  });
  const reading = buildReading({ ...options, budget });
  return shareWorkspaces({
    database,
    urgent,
    store: store.tickets,
    baseUrl: upstream.baseUrl,
    workspaces: upstream.workspaces,
    createReader: (workspace) => (archive, tickets) =>
      toReader(reading.create(workspace, archive, tickets), budget.giveBack),
    build: buildBetweenEvents,
    firstNumber,
    calls: reading.calls,
    refreshMs: env.refreshMs,
    clock,
    onAnswer: () => void budget.settle(),
    logger,
  });
}

/** Turns a reading into a reader. Other processes' reads and records are there already: nothing is restored. */
function toReader({ sync, recorder }: Reading, giveBack: () => Promise<void>): WorkspaceReader {
  return {
    status: sync.status,
    watch: sync.watch,
    refresh: sync.refresh,
    history: recorder.history,
    recordingStatus: recorder.status,
    begin(resumed) {
      if (resumed !== null) sync.resume(resumed);
      // Read beside the first tickets: somebody may ask for the past, and the next recording goes on from it.
      void recorder.open(async (_read, chunks) => {
        for await (const _chunk of chunks);
      });
      // The process before has ended between the two.
      if (resumed?.unrecorded != null) recorder.record(resumed.unrecorded);
      sync.start();
    },
    async stop() {
      await sync.stop();
      await recorder.stop();
      await giveBack();
    },
  };
}
