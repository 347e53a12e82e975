import type { Ticket } from '../../contract/index.ts';
import { readArchive } from '../snapshot/archive.ts';
import { beginAfter } from './begin-after.ts';
import { dailyStep, earlierStep } from './daily-read.ts';
import { addFailedPages, addFailure, failureMessage } from './failure-state.ts';
import { checkFirstPage } from './first-page-check.ts';
import { createLossGuard } from './loss-guard.ts';
import { createPageFetcher } from './page-fetcher.ts';
import type { FetchPage } from './pages.ts';
import type { Plan } from './planner.ts';
import { buildBetweenEvents, createPublisher } from './publisher.ts';
import { createReadReport } from './read-report.ts';
import { readTickets, type TicketRead } from './read-tickets.ts';
import { type Reading, readingStatus } from './reading-status.ts';
import { type RestoredRead, restoreTickets, type StoredRead } from './restore-tickets.ts';
import {
  isHeld,
  nextRead,
  nextStep,
  postponeRequest,
  requestedTask,
  type Step,
  type SyncState,
} from './schedule.ts';
import { createTaskRunner, type RunningTask } from './task-runner.ts';
import type { WorkspaceSync, WorkspaceSyncOptions } from './workspace-sync-options.ts';

/** Keeps one workspace's snapshots up to date. */
export function createWorkspaceSync(options: WorkspaceSyncOptions): WorkspaceSync {
  const { workspace, usage, archive, concurrency = 4, random = Math.random, clock } = options;
  const { now } = clock;
  const { buildSnapshot = buildBetweenEvents, recordAt = null } = options;
  const publisher = createPublisher(archive, clock, buildSnapshot);
  const share = options.planner.join();
  const pages = createPageFetcher({ ...options, recognise: publisher.recognise, setPrice: share.setPrice });
  const lossGuard = createLossGuard();
  const report = createReadReport(workspace.id, options.logger, options.onRead);
  let syncState: SyncState = { lastRead: null, lastCheckAt: null, failureState: null, failed: null };
  let expectedGap = 0;
  const begunAt = now();
  let isRestoring = false;
  let isStopped = false;
  /** The read of all pages that is going on. */
  let reading: Reading | null = null;
  const tasks = createTaskRunner({
    next() {
      const plan = share.plan(now());
      return earlierStep(share.isWatched(now()) ? nextStep(syncState, plan) : null, dailyRead(plan));
    },
    run,
    now,
    setTimer: options.setTimer,
  });

  function dailyRead(plan: Plan): Step | null {
    return recordAt === null ? null : dailyStep({ state: syncState, plan, begunAt, recordAt, clock });
  }

  /** A snapshot that came back and is young enough is no reason to call. */
  function begin(): void {
    isRestoring = false;
    if (!isStopped) tasks.start(syncState.lastRead === null || nextReadAt() <= now());
  }

  async function restore(read: StoredRead, chunks: AsyncIterable<readonly Ticket[]>): Promise<void> {
    const restored = await restoreTickets(read, chunks, { archive, clock, build: buildSnapshot });
    if (restored !== null && syncState.lastRead === null) resume(restored);
  }

  function resume({ startedAt, gap, count }: RestoredRead): void {
    expectedGap = gap;
    share.setPrice(Math.max(1, Math.ceil(count / options.perPage)));
    syncState = { ...syncState, lastRead: { startedAt, endedAt: startedAt } };
    tasks.plan();
  }

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
      const snapshot = await publisher.publishRead(read, started.startedAt);
      succeed(started, read);
      options.onPublished?.(snapshot);
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
    const [failure] = failures.values();
    if (failure !== undefined) {
      report.pagesFailed(failure, [...failures.keys()]);
      const context = { clock, random: random(), earliest: nextReadAt() };
      syncState = { ...syncState, failureState: addFailedPages(before, failure, failures.size, context) };
    }
    report.ended(read, endedAt - startedAt);
  }

  function nextReadAt(): number {
    return syncState.lastRead === null ? 0 : nextRead(syncState.lastRead, share.plan(now())).at;
  }

  async function fail(started: Reading, error: unknown): Promise<void> {
    const failure = report.failureOf(error);
    const told = { ...failure, message: failureMessage(failure, workspace) };
    const failureState = addFailure(syncState.failureState, told, { clock, random: random() });
    syncState = { ...syncState, failureState };
    report.failed(failure, failureState.failures, now() - started.startedAt);
    if (syncState.lastRead === null) await publisher.publishRest(started.soFar, started.startedAt);
  }

  return {
    workspace,
    ...readArchive(archive, clock.toWall),
    status: () =>
      readingStatus(
        {
          syncState,
          plan: share.plan(now()),
          watched: share.isWatched(now()) && !(isRestoring && syncState.lastRead === null),
          reading,
          hasSnapshot: archive.newest() !== null,
          calls: usage(),
          daily: recordAt === null ? null : { at: recordAt, next: dailyRead(share.plan(now()))?.at ?? null },
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
    isRestoring: () => isRestoring,
    resume,
    restore,
    start(restored) {
      isRestoring = restored !== undefined;
      if (restored === undefined) begin();
      else beginAfter(restored, begin, options.setTimer);
    },
    async stop() {
      isStopped = true;
      await tasks.stop();
      share.leave();
    },
  };
}
