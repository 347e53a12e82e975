import type { SnapshotStatus, Workspace } from '../../contract/index.ts';
import type { SnapshotSource } from '../snapshot/source.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import type { Clock } from '../upstream/clock.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import { createAgenda, type RunningTask, type SetTimer } from './agenda.ts';
import { createDoubt } from './doubt.ts';
import { createHistory } from './history.ts';
import { readLook } from './look.ts';
import { createPageFetcher } from './page-fetcher.ts';
import type { FetchPage } from './pages.ts';
import type { Planner } from './planner.ts';
import { type BuildSnapshot, createPublisher } from './publisher.ts';
import { createReadReport, type OnRead, type SyncLog } from './read-report.ts';
import { readTickets, type TicketRead } from './read-tickets.ts';
import { mustWait, nextRead, nextStep, postponeWish, type Situation, wishedTask } from './schedule.ts';
import { type Reading, statusOf } from './status.ts';
import { afterFailure, sentenceOf, sentenceOfPages, type Trouble } from './trouble.ts';

export interface WorkspaceSyncOptions {
  readonly workspace: Workspace;
  /** Paces and repeats its calls by itself. */
  readonly client: UpstreamClient;
  /** The calls of this process, all workspaces together. */
  readonly usage: () => SnapshotStatus['calls'];
  /** Knows how often this workspace may be read, beside all others of the process. */
  readonly planner: Planner;
  readonly perPage: number;
  /** Pages on their way at once. */
  readonly concurrency?: number;
  readonly logger: SyncLog;
  readonly onRead?: OnRead;
  /** The number of its first snapshot; above those of every process before this one. */
  readonly firstNumber: number;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly setTimer?: SetTimer;
  readonly buildSnapshot?: BuildSnapshot;
}

/** Keeps one workspace's snapshots. */
export interface WorkspaceSync extends SnapshotSource {
  /** Begins the first read at once: whoever starts the product is about to look. */
  start(): void;
  /** Cancels the calls under way, and makes no more. Resolves when the last has ended. */
  stop(): Promise<void>;
}

export function createWorkspaceSync(options: WorkspaceSyncOptions): WorkspaceSync {
  const { workspace, usage, concurrency = 4, random = Math.random, clock } = options;
  const { now } = clock;
  const history = createHistory(options.firstNumber);
  const publisher = createPublisher(history, clock, options.buildSnapshot);
  const share = options.planner.join();
  const { setPrice } = share;
  const pages = createPageFetcher({ ...options, recognise: publisher.recognise, setPrice });
  const doubt = createDoubt();
  const report = createReadReport(workspace.id, options.logger, options.onRead);
  let situation: Situation = { lastRead: null, lastLookAt: null, trouble: null, failed: null };
  let expectedGap = 0;
  /** The read of all pages that is going on. */
  let reading: Reading | null = null;
  const agenda = createAgenda({
    next: () => (share.isWatched(now()) ? nextStep(situation, share.plan(now())) : null),
    run,
    now,
    setTimer: options.setTimer,
  });

  async function run({ task, startedAt, isWish, signal }: RunningTask): Promise<void> {
    const callsBefore = usage().today;
    const begun: Reading = { startedAt, soFar: { tickets: new Map(), total: null } };
    const fetchPage = pages.fetch(isWish);
    try {
      if (task === 'look') await lookOnce(begun, fetchPage, signal);
      else await readAll(begun, fetchPage, signal);
      situation = { ...situation, failed: null };
    } catch (error) {
      if (signal.aborted) return;
      const calls = Math.max(0, usage().today - callsBefore);
      situation = { ...situation, failed: { task, startedAt, calls, isWish: false } };
      await fail(begun, error).catch((err: unknown) => report.crashed(err, 'a failure failed'));
    }
  }

  async function readAll(begun: Reading, fetchPage: FetchPage, signal: AbortSignal): Promise<void> {
    reading = begun;
    share.begin();
    try {
      const read = await readOnce(begun, fetchPage, signal);
      doubt.ofRead(read, history.newest());
      await publisher.publishRead(read, begun.startedAt);
      succeed(begun, read);
    } finally {
      reading = null;
      share.end();
    }
  }

  /** Its tickets are new, the others as old as they were: so the snapshot is no newer than its read. */
  async function lookOnce({ startedAt }: Reading, fetchPage: FetchPage, signal: AbortSignal): Promise<void> {
    const page = await fetchPage(1, signal);
    const newest = history.newest();
    if (newest !== null) {
      doubt.ofLook(page.totalCount, newest);
      const news = readLook(newest, page);
      if (news !== null) await publisher.publishRead(news, history.takenAt(newest));
    }
    const trouble = situation.failed?.task === 'look' ? null : situation.trouble;
    situation = { ...situation, lastLookAt: startedAt, trouble };
  }

  function readOnce(begun: Reading, fetchPage: FetchPage, signal: AbortSignal): Promise<TicketRead> {
    return readTickets({
      known: history.newest()?.tickets ?? [],
      concurrency,
      expectedGap,
      // The day's last calls are for reads of their own, not for certainty about this one.
      mayRepeat: (count) => usage().perDay - usage().today >= 2 * count,
      signal,
      fetchPage,
      async onProgress({ tickets, total }) {
        begun.soFar = { tickets, total };
        if (situation.lastRead === null) await publisher.publishPart(begun.soFar, begun.startedAt);
      },
    });
  }

  function succeed({ startedAt }: Reading, read: TicketRead): void {
    const endedAt = now();
    const { gap, total, failures } = read;
    if (failures.size === 0 && total !== null) expectedGap = gap;
    pages.learn(read);
    const before = situation.trouble;
    situation = { ...situation, trouble: null, lastRead: { startedAt, endedAt } };
    situation = { ...situation, trouble: troubleOfPages(before, failures) };
    report.ended(read, endedAt - startedAt);
  }

  /** Pages that could not be read are trouble, but no reason to read all the others sooner than planned. */
  function troubleOfPages(before: Trouble | null, failures: TicketRead['failures']): Trouble | null {
    const [failure] = failures.values();
    if (failure === undefined) return null;
    report.pagesFailed(failure, [...failures.keys()]);
    const message = sentenceOfPages(failure, failures.size);
    // The upstream has answered, so what it takes to be down again begins anew.
    const reset = before && { ...before, failures: 0 };
    return afterFailure(reset, { ...failure, message }, { clock, random: random(), earliest: nextReadAt() });
  }

  function nextReadAt(): number {
    return situation.lastRead === null ? 0 : nextRead(situation.lastRead, share.plan(now())).at;
  }

  async function fail(begun: Reading, error: unknown): Promise<void> {
    const failure = error instanceof UpstreamFailure ? error : unexpected(error);
    const message = sentenceOf(failure, workspace);
    const trouble = afterFailure(situation.trouble, { ...failure, message }, { clock, random: random() });
    situation = { ...situation, trouble };
    report.failed(failure, trouble.failures, now() - begun.startedAt);
    if (situation.lastRead === null) await publisher.publishRest(begun.soFar, begun.startedAt);
  }

  /** A fault of ours must not end the reading for good, nor pass for an empty list. */
  function unexpected(error: unknown): UpstreamFailure {
    report.crashed(error, 'the reading of tickets failed');
    return new UpstreamFailure('unreadable');
  }

  return {
    workspace,
    newest: history.newest,
    at: history.at,
    takenAt: (snapshot) => clock.toWall(history.takenAt(snapshot)),
    status: () =>
      statusOf(
        {
          situation,
          plan: share.plan(now()),
          watched: share.isWatched(now()),
          reading,
          hasSnapshot: history.newest() !== null,
          calls: usage(),
        },
        clock,
      ),
    watch() {
      share.watch(now());
      agenda.plan();
    },
    refresh() {
      if (mustWait(situation.trouble, now())) {
        situation = postponeWish(situation, now());
        agenda.plan();
      } else agenda.wish(wishedTask(situation, share.plan(now())));
    },
    start: agenda.start,
    stop: agenda.stop,
  };
}
