import type { ProblemKind, SnapshotStatus, Workspace } from '../../contract/index.ts';
import type { SnapshotSource } from '../snapshot/source.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import type { TicketPage } from '../upstream/page.ts';
import { createAgenda, type RunningTask, type SetTimer } from './agenda.ts';
import { createHistory } from './history.ts';
import { readLook } from './look.ts';
import type { FetchPage } from './pages.ts';
import type { Planner } from './planner.ts';
import { reckonPrice } from './price.ts';
import { type BuildSnapshot, createPublisher } from './publisher.ts';
import { readTickets, type TicketRead } from './read-tickets.ts';
import { mustWait, nextRead, nextStep, postponeWish, type Situation, wishedTask } from './schedule.ts';
import { type Reading, statusOf } from './status.ts';
import { afterFailure, sentenceOf, sentenceOfPages, type Trouble } from './trouble.ts';

/** What is told to the log, without any ticket's content. */
export interface SyncLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** How a read of all tickets ended. */
type ReadOutcome = 'whole' | 'not-whole' | ProblemKind;

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
  readonly onRead?: (outcome: ReadOutcome, milliseconds: number) => void;
  /** Epoch milliseconds. */
  readonly now?: () => number;
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
  const { workspace, client, usage, perPage, concurrency = 4, logger } = options;
  const { now = Date.now, random = Math.random, setTimer } = options;
  const history = createHistory(now());
  const publisher = createPublisher(history, options.buildSnapshot);
  const share = options.planner.join();
  let situation: Situation = { lastRead: null, lastLookAt: null, trouble: null, failed: null };
  let expectedGap = 0;
  let firstPage: Pick<TicketPage, 'received' | 'totalCount'> | null = null;
  /** The last read that ended. */
  let last: Pick<TicketRead, 'seen' | 'total'> | null = null;
  /** The read of all pages that is going on. */
  let reading: Reading | null = null;
  const agenda = createAgenda({
    next: () => (share.isWatched(now()) ? nextStep(situation, share.plan(now())) : null),
    run,
    now,
    setTimer,
  });

  async function run({ task, startedAt, signal }: RunningTask): Promise<void> {
    const callsBefore = usage().today;
    const begun: Reading = { startedAt, soFar: { tickets: new Map(), total: null } };
    try {
      if (task === 'look') await lookOnce(begun, signal);
      else await readAll(begun, signal);
      situation = { ...situation, failed: null };
    } catch (error) {
      if (signal.aborted) return;
      const calls = Math.max(0, usage().today - callsBefore);
      situation = { ...situation, failed: { task, startedAt, calls } };
      await fail(begun, error).catch((err: unknown) =>
        logger.error({ workspace: workspace.id, err }, 'a failure failed'),
      );
    }
  }

  async function readAll(begun: Reading, signal: AbortSignal): Promise<void> {
    reading = begun;
    share.begin();
    try {
      succeed(begun, await readOnce(begun, signal));
    } finally {
      reading = null;
      share.end();
    }
  }

  const fetchPage: FetchPage = async (page, signal) => {
    const answer = await client.readPage({ workspace: workspace.id, page, perPage, signal });
    if (page === 1) {
      const { received, totalCount } = answer;
      firstPage = { received, totalCount };
      notePrice();
    }
    return { ...answer, tickets: answer.tickets.map(publisher.recognise) };
  };

  function notePrice(): void {
    const price = firstPage === null ? null : reckonPrice(firstPage, last);
    if (price !== null) share.setPrice(price);
  }

  /** Its tickets are new, the others as old as they were: so the snapshot is no newer than its read. */
  async function lookOnce({ startedAt }: Reading, signal: AbortSignal): Promise<void> {
    const page = await fetchPage(1, signal);
    const newest = history.newest();
    const news = newest === null ? null : readLook(newest, page);
    if (newest !== null && news !== null) await publisher.publishRead(news, newest.takenAt);
    const trouble = situation.failed?.task === 'look' ? null : situation.trouble;
    situation = { ...situation, lastLookAt: startedAt, trouble };
  }

  async function readOnce(begun: Reading, signal: AbortSignal): Promise<TicketRead> {
    const read = await readTickets({
      known: history.newest()?.tickets ?? [],
      concurrency,
      expectedGap,
      // The day's last calls are for reads of their own, not for certainty about this one.
      mayRepeat: (pages) => usage().perDay - usage().today >= 2 * pages,
      signal,
      fetchPage,
      async onProgress({ tickets, total }) {
        begun.soFar = { tickets, total };
        if (situation.lastRead === null) await publisher.publishPart(begun.soFar, begun.startedAt);
      },
    });
    await publisher.publishRead(read, begun.startedAt);
    return read;
  }

  function succeed({ startedAt }: Reading, read: TicketRead): void {
    const endedAt = now();
    const milliseconds = endedAt - startedAt;
    const { gap, seen, total, whole, tickets, failures } = read;
    if (failures.size === 0 && total !== null) expectedGap = gap;
    last = { seen, total };
    notePrice();
    const before = situation.trouble;
    situation = { ...situation, trouble: null, lastRead: { startedAt, endedAt } };
    situation = { ...situation, trouble: troubleOfPages(before, failures) };
    logger.info({ workspace: workspace.id, milliseconds, total, whole, read: tickets.size }, 'tickets read');
    if (read.isFull) {
      logger.warn({ workspace: workspace.id, read: tickets.size }, 'there is no room for all tickets');
    }
    options.onRead?.(whole ? 'whole' : 'not-whole', milliseconds);
  }

  /** Pages that could not be read are trouble, but no reason to read all the others sooner than planned. */
  function troubleOfPages(before: Trouble | null, failures: TicketRead['failures']): Trouble | null {
    const [failure] = failures.values();
    if (failure === undefined) return null;
    const { kind, status, code } = failure;
    const pages = [...failures.keys()];
    logger.warn({ workspace: workspace.id, kind, status, code, pages }, 'pages could not be read');
    const message = sentenceOfPages(failure, pages.length);
    return afterFailure(before, { ...failure, message }, now(), random(), nextReadAt());
  }

  function nextReadAt(): number {
    return situation.lastRead === null ? 0 : nextRead(situation.lastRead, share.plan(now())).at;
  }

  async function fail(begun: Reading, error: unknown): Promise<void> {
    const failure = error instanceof UpstreamFailure ? error : unexpected(error);
    const message = sentenceOf(failure, workspace);
    const trouble = afterFailure(situation.trouble, { ...failure, message }, now(), random());
    situation = { ...situation, trouble };
    const { kind, status, code } = failure;
    const { failures } = trouble;
    logger.warn({ workspace: workspace.id, kind, status, code, failures }, 'tickets could not be read');
    options.onRead?.(kind, now() - begun.startedAt);
    if (situation.lastRead === null) await publisher.publishRest(begun.soFar, begun.startedAt);
  }

  /** A fault of ours must not end the reading for good, nor pass for an empty list. */
  function unexpected(error: unknown): UpstreamFailure {
    logger.error({ workspace: workspace.id, err: error }, 'the reading of tickets failed');
    return new UpstreamFailure('unreadable');
  }

  return {
    workspace,
    newest: history.newest,
    at: history.at,
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
        now(),
      ),
    watch() {
      share.watch(now());
      agenda.plan();
    },
    refresh() {
      if (!mustWait(situation.trouble, now())) {
        agenda.begin(wishedTask(situation, share.plan(now())));
        return;
      }
      situation = postponeWish(situation, now());
      agenda.plan();
    },
    start: agenda.start,
    stop: agenda.stop,
  };
}
