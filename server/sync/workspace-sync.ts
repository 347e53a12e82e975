import type { ProblemKind, SnapshotStatus, Workspace } from '../../contract/index.ts';
import type { SnapshotSource } from '../snapshot/source.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import { createHistory } from './history.ts';
import { createPublisher } from './publisher.ts';
import { readTickets, type TicketRead } from './read-tickets.ts';
import { dueAt, isWatched, mustWait, type Situation } from './schedule.ts';
import { type Reading, statusOf } from './status.ts';
import { afterFailure } from './trouble.ts';

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
  readonly perPage: number;
  /** How old the newest snapshot may get while somebody watches. */
  readonly refreshMs: number;
  /** Pages on their way at once. */
  readonly concurrency?: number;
  readonly logger: SyncLog;
  readonly onRead?: (outcome: ReadOutcome, milliseconds: number) => void;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly random?: () => number;
}

/** Keeps one workspace's snapshots. */
export interface WorkspaceSync extends SnapshotSource {
  /** Begins the first read at once: whoever starts the product is about to look. */
  start(): void;
  /** Cancels the calls under way, and makes no more. Resolves when the last has ended. */
  stop(): Promise<void>;
}

/** A read that is going on, and the way to end it. */
interface RunningRead extends Reading {
  readonly abort: AbortController;
  ended: Promise<void>;
}

export function createWorkspaceSync(options: WorkspaceSyncOptions): WorkspaceSync {
  const { workspace, client, perPage, refreshMs, concurrency = 4, logger } = options;
  const { now = Date.now, random = Math.random } = options;
  const history = createHistory(now());
  const publisher = createPublisher(history);
  let situation: Situation = { lastWatchedAt: null, lastRead: null, trouble: null, refreshMs };
  let expectedGap = 0;
  let running = false;
  let reading: RunningRead | null = null;
  let timer: NodeJS.Timeout | null = null;

  /** Begins the next read if it is due and wanted, or sets the clock to when it is. */
  function plan(): void {
    cancelTimer();
    const due = dueAt(situation);
    if (!running || reading !== null || due === null || !isWatched(situation, now())) return;
    const wait = due - now();
    if (wait <= 0) begin();
    else timer = setTimeout(plan, wait).unref();
  }

  function cancelTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function begin(): void {
    if (!running || reading !== null) return;
    cancelTimer();
    const current: RunningRead = {
      startedAt: now(),
      soFar: { tickets: new Map(), total: null },
      abort: new AbortController(),
      ended: Promise.resolve(),
    };
    reading = current;
    current.ended = run(current)
      .catch((error: unknown) => logger.error({ workspace: workspace.id, err: error }, 'a failure failed'))
      .finally(() => {
        reading = null;
        plan();
      });
  }

  async function run(current: RunningRead): Promise<void> {
    try {
      succeed(current, await readOnce(current, current.abort.signal));
    } catch (error) {
      if (!current.abort.signal.aborted) await fail(current, error);
    }
  }

  async function readOnce(current: Reading, signal: AbortSignal): Promise<TicketRead> {
    const read = await readTickets({
      concurrency,
      expectedGap,
      signal,
      async fetchPage(page, abort) {
        const answer = await client.readPage({ workspace: workspace.id, page, perPage, signal: abort });
        return { ...answer, tickets: answer.tickets.map(publisher.recognise) };
      },
      async onProgress({ tickets, total }) {
        current.soFar = { tickets, total };
        if (situation.lastRead === null) await publisher.publishPart(current.soFar, current.startedAt);
      },
    });
    await publisher.publishRead(read, current.startedAt);
    return read;
  }

  function succeed({ startedAt }: Reading, { gap, total, whole, tickets }: TicketRead): void {
    const endedAt = now();
    const milliseconds = endedAt - startedAt;
    expectedGap = gap;
    situation = { ...situation, trouble: null, lastRead: { startedAt, endedAt } };
    logger.info({ workspace: workspace.id, milliseconds, total, whole, read: tickets.size }, 'tickets read');
    options.onRead?.(whole ? 'whole' : 'not-whole', milliseconds);
  }

  async function fail(current: Reading, error: unknown): Promise<void> {
    const failure = error instanceof UpstreamFailure ? error : unexpected(error);
    const trouble = afterFailure(situation.trouble, failure, now(), random());
    situation = { ...situation, trouble };
    const { kind, status, code } = failure;
    const { failures } = trouble;
    logger.warn({ workspace: workspace.id, kind, status, code, failures }, 'tickets could not be read');
    options.onRead?.(kind, now() - current.startedAt);
    if (situation.lastRead === null) await publisher.publishRest(current.soFar, current.startedAt);
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
      statusOf({ situation, reading, hasSnapshot: history.newest() !== null, calls: options.usage() }, now()),
    watch() {
      situation = { ...situation, lastWatchedAt: now() };
      if (timer === null) plan();
    },
    refresh() {
      if (mustWait(situation.trouble, now())) plan();
      else begin();
    },
    start() {
      running = true;
      begin();
    },
    async stop() {
      running = false;
      cancelTimer();
      reading?.abort.abort();
      await reading?.ended;
    },
  };
}
