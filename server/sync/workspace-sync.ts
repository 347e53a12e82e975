import type { Workspace } from '../../contract/index.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type {
  ReadingStatus,
  ReadingStatusSource,
  RefreshControl,
  SnapshotReader,
} from '../snapshot/ports.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import type { Clock } from '../upstream/clock.ts';
import { addFailure, type FailureState, failedPagesMessage, failureMessage } from './failure-state.ts';
import { checkFirstPage } from './first-page-check.ts';
import { createLossGuard } from './loss-guard.ts';
import { createPageFetcher } from './page-fetcher.ts';
import type { FetchPage } from './pages.ts';
import type { Planner } from './planner.ts';
import { type BuildSnapshot, createPublisher } from './publisher.ts';
import { createReadReport, type OnRead, type SyncLog } from './read-report.ts';
import { readTickets, type TicketRead } from './read-tickets.ts';
import { type Reading, readingStatus } from './reading-status.ts';
import { isHeld, nextRead, nextStep, postponeRequest, requestedTask, type SyncState } from './schedule.ts';
import { createTaskRunner, type RunningTask, type SetTimer } from './task-runner.ts';

export interface WorkspaceSyncOptions {
  readonly workspace: Workspace;
  /** Paces and repeats its calls by itself. */
  readonly client: UpstreamClient;
  /** The calls of this process, all workspaces together. */
  readonly usage: () => ReadingStatus['calls'];
  /** Knows how often this workspace may be read, beside all others of the process. */
  readonly planner: Planner;
  readonly perPage: number;
  /** Pages on their way at once. */
  readonly concurrency?: number;
  readonly logger: SyncLog;
  readonly onRead?: OnRead;
  readonly archive: SnapshotArchive;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly setTimer?: SetTimer;
  readonly buildSnapshot?: BuildSnapshot;
}

/** Keeps one workspace's snapshots up to date. */
export interface WorkspaceSync extends SnapshotReader, ReadingStatusSource, RefreshControl {
  readonly workspace: Workspace;
  /** Begins the first read at once: whoever starts the product is about to look. */
  start(): void;
  /** Cancels the calls under way, and makes no more. Resolves when the last has ended. */
  stop(): Promise<void>;
}

export function createWorkspaceSync(options: WorkspaceSyncOptions): WorkspaceSync {
  const { workspace, usage, archive, concurrency = 4, random = Math.random, clock } = options;
  const { now } = clock;
  const publisher = createPublisher(archive, clock, options.buildSnapshot);
  const share = options.planner.join();
  const { setPrice } = share;
  const pages = createPageFetcher({ ...options, recognise: publisher.recognise, setPrice });
  const lossGuard = createLossGuard();
  const report = createReadReport(workspace.id, options.logger, options.onRead);
  let syncState: SyncState = { lastRead: null, lastCheckAt: null, failureState: null, failed: null };
  let expectedGap = 0;
  /** The read of all pages that is going on. */
  let reading: Reading | null = null;
  const tasks = createTaskRunner({
    next: () => (share.isWatched(now()) ? nextStep(syncState, share.plan(now())) : null),
    run,
    now,
    setTimer: options.setTimer,
  });

  async function run({ task, startedAt, isRequested, signal }: RunningTask): Promise<void> {
    const callsBefore = usage().today;
    const started: Reading = { startedAt, soFar: { tickets: new Map(), total: null } };
    const fetchPage = pages.fetch(isRequested);
    try {
      if (task === 'check') await checkOnce(started, fetchPage, signal);
      else await readAll(started, fetchPage, signal);
      syncState = { ...syncState, failed: null };
    } catch (error) {
      if (signal.aborted) return;
      const calls = Math.max(0, usage().today - callsBefore);
      syncState = { ...syncState, failed: { task, startedAt, calls, isRequested: false } };
      await fail(started, error).catch((err: unknown) => report.crashed(err, 'a failure failed'));
    }
  }

  async function readAll(started: Reading, fetchPage: FetchPage, signal: AbortSignal): Promise<void> {
    reading = started;
    share.begin();
    try {
      const read = await readOnce(started, fetchPage, signal);
      lossGuard.checkRead(read, archive.newest());
      await publisher.publishRead(read, started.startedAt);
      succeed(started, read);
    } finally {
      reading = null;
      share.end();
    }
  }

  async function checkOnce({ startedAt }: Reading, fetchPage: FetchPage, signal: AbortSignal): Promise<void> {
    await checkFirstPage(await fetchPage(1, signal), { archive, lossGuard, publisher });
    const failureState = syncState.failed?.task === 'check' ? null : syncState.failureState;
    syncState = { ...syncState, lastCheckAt: startedAt, failureState };
  }

  function readOnce(started: Reading, fetchPage: FetchPage, signal: AbortSignal): Promise<TicketRead> {
    return readTickets({
      known: archive.newest()?.tickets ?? [],
      concurrency,
      expectedGap,
      // The day's last calls are for reads of their own, not for certainty about this one.
      mayRepeat: (count) => usage().perDay - usage().today >= 2 * count,
      signal,
      fetchPage,
      async onProgress({ tickets, total }) {
        started.soFar = { tickets, total };
        if (syncState.lastRead === null) await publisher.publishPart(started.soFar, started.startedAt);
      },
    });
  }

  function succeed({ startedAt }: Reading, read: TicketRead): void {
    const endedAt = now();
    const { gap, total, failures } = read;
    if (failures.size === 0 && total !== null) expectedGap = gap;
    pages.learn(read);
    const before = syncState.failureState;
    syncState = { ...syncState, failureState: null, lastRead: { startedAt, endedAt } };
    syncState = { ...syncState, failureState: failedPagesState(before, failures) };
    report.ended(read, endedAt - startedAt);
  }

  /** Pages that could not be read are a failure, but no reason to read all the others sooner than planned. */
  function failedPagesState(
    before: FailureState | null,
    failures: TicketRead['failures'],
  ): FailureState | null {
    const [failure] = failures.values();
    if (failure === undefined) return null;
    report.pagesFailed(failure, [...failures.keys()]);
    const message = failedPagesMessage(failure, failures.size);
    // The upstream has answered, so what it takes to be down again begins anew.
    const reset = before && { ...before, failures: 0 };
    return addFailure(reset, { ...failure, message }, { clock, random: random(), earliest: nextReadAt() });
  }

  function nextReadAt(): number {
    return syncState.lastRead === null ? 0 : nextRead(syncState.lastRead, share.plan(now())).at;
  }

  async function fail(started: Reading, error: unknown): Promise<void> {
    const failure = report.failureOf(error);
    const message = failureMessage(failure, workspace);
    const failureState = addFailure(
      syncState.failureState,
      { ...failure, message },
      { clock, random: random() },
    );
    syncState = { ...syncState, failureState };
    report.failed(failure, failureState.failures, now() - started.startedAt);
    if (syncState.lastRead === null) await publisher.publishRest(started.soFar, started.startedAt);
  }

  return {
    workspace,
    newest: archive.newest,
    at: archive.at,
    takenAt: (snapshot) => clock.toWall(archive.momentOf(snapshot)),
    onPublish: archive.onPublish,
    onDrop: archive.onDrop,
    status: () =>
      readingStatus(
        {
          syncState,
          plan: share.plan(now()),
          watched: share.isWatched(now()),
          reading,
          hasSnapshot: archive.newest() !== null,
          calls: usage(),
        },
        clock,
      ),
    watch() {
      share.watch(now());
      tasks.plan();
    },
    refresh() {
      if (isHeld(syncState.failureState, now())) {
        syncState = postponeRequest(syncState, now());
        tasks.plan();
      } else tasks.runNow(requestedTask(syncState, share.plan(now())));
    },
    start: tasks.start,
    stop: tasks.stop,
  };
}
