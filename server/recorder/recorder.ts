import type { RecordingStatus, Ticket } from '../../contract/index.ts';
import { diffRead } from '../history/diff-read.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import { type RecordedSource, StoreError, type StoreFailure, type TicketStore } from '../history/stored.ts';
import { isSameTicket } from '../snapshot/same-ticket.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { createHouseKeeper, type Keeping, type RecorderLog } from './keep-house.ts';
import { loadWorkspace, type RestoreTickets } from './load-workspace.ts';
import { runSteps } from './run-steps.ts';

/** While the store fails, it is tried again so often even if nothing new is read. */
const RETRY_MS = 60_000;

/** What has been kept for long enough is looked for so often, even if nothing is read: it is to go after days. */
const HOUSE_MS = 6 * 3_600_000;

/** Somebody else may have recorded something; after so many times in a row there is more to it. */
const MAX_CONFLICTS = 3;

/** A read of all pages as it is recorded: a snapshot, or as much of one. Its tickets are by ascending id. */
export type PublishedRead = Pick<Snapshot, 'number' | 'takenAt' | 'whole' | 'total' | 'tickets'>;

export interface RecorderOptions extends Keeping {
  readonly source: RecordedSource;
  /** Where it is kept. It may take its time to open. */
  readonly store: Promise<TicketStore>;
  readonly logger: RecorderLog;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Milliseconds, by a clock that nobody sets. */
  readonly elapsed?: () => number;
  /** Is told how each attempt to record a read ended. */
  readonly onAttempt?: (outcome: 'recorded' | StoreFailure) => void;
}

/** Records a workspace's reads, one at a time; while one is being written, the newest waits. */
export interface Recorder {
  /** Reads what is stored, and hands its tickets to `restore` if there are any. Resolves when that is over, well or not. */
  open(restore: RestoreTickets): Promise<void>;
  /** Records a past that is made up, read by read. Resolves when that is over, well or not. */
  replay(reads: AsyncIterable<PublishedRead>): Promise<void>;
  /** Records a read of all pages. */
  record(read: PublishedRead): void;
  /** What is recorded; null until what is stored has been read. */
  history(): RecordedHistory | null;
  status(): Pick<RecordingStatus, 'since' | 'lastAt' | 'problem'>;
  /** Resolves when nothing is being written any more. */
  stop(): Promise<void>;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { source, logger, now = Date.now, elapsed = () => performance.now(), onAttempt = () => {} } = options;
  const houseKeeper = createHouseKeeper({ ...options, now, elapsed });
  let history: RecordedHistory | null = null;
  /** The tickets of the last read that was recorded. */
  let previous: readonly Ticket[] = [];
  let waiting: PublishedRead | null = null;
  let problem: RecordingStatus['problem'] = null;
  let running: Promise<void> | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;
  let house: NodeJS.Timeout | undefined;

  async function load(restore?: RestoreTickets): Promise<RecordedHistory> {
    const loaded = await loadWorkspace(await options.store, source, restore);
    previous = loaded.tickets;
    history = loaded.history;
    return history;
  }

  async function write(published: PublishedRead, conflicts = 0): Promise<void> {
    const { number, takenAt, whole, total, tickets } = published;
    const known = history ?? (await load());
    const read = { number, takenAt, whole, total };
    const recording = await runSteps(
      diffRead({ history: known, read, tickets, previous, isSame: isSameTicket }),
    );
    try {
      await (await options.store).record(source, recording);
    } catch (error) {
      if (!isConflict(error) || conflicts >= MAX_CONFLICTS) throw error;
      onAttempt('conflict');
      history = null;
      return await write(published, conflicts + 1);
    }
    known.apply(recording);
    previous = tickets;
    onAttempt('recorded');
  }

  async function workOff(): Promise<void> {
    if (history === null) await load();
    while (waiting !== null && !isStopped) {
      const read: PublishedRead = waiting;
      await write(read);
      if (waiting === read) waiting = null;
    }
    if (history !== null && !isStopped) await houseKeeper.keep(await options.store, history);
  }

  function fail(error: unknown): void {
    const failure = failureOf(error);
    onAttempt(failure.kind);
    // What has come to pass before an unforeseen error is not known.
    if (failure !== error || failure.kind === 'conflict') history = null;
    if (problem?.message !== failure.message) {
      const { workspace } = source;
      if (failure === error)
        logger.error({ workspace, kind: failure.kind, reason: failure.message }, 'nothing is recorded');
      else logger.error({ workspace, err: error }, 'the recording of a read failed');
    }
    problem = { message: failure.message, since: problem?.since ?? new Date(now()).toISOString() };
    retry = setTimeout(() => begin(workOff), RETRY_MS).unref();
  }

  function succeed(): void {
    if (problem !== null) logger.info({ workspace: source.workspace }, 'reads are recorded again');
    problem = null;
  }

  function begin(work: () => Promise<unknown>): Promise<void> {
    if (running !== null || isStopped) return running ?? Promise.resolve();
    clearTimeout(retry);
    running = work()
      .then(succeed, fail)
      .finally(() => {
        running = null;
        // It has come since the last look, or while what is stored was being read.
        if (waiting !== null && problem === null) begin(workOff);
      });
    return running;
  }

  function keepHouseLater(): void {
    house = setTimeout(() => {
      begin(workOff);
      keepHouseLater();
    }, HOUSE_MS).unref();
  }

  keepHouseLater();
  return {
    open: (restore) => begin(() => load(restore)),
    replay: (reads) =>
      begin(async () => {
        for await (const read of reads) await write(read);
      }),
    record(read) {
      waiting = read;
      houseKeeper.noteRead();
      begin(workOff);
    },
    history: () => history,
    status: () => ({
      since: isoOf(history?.since),
      lastAt: isoOf(history?.read?.takenAt),
      problem,
    }),
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      clearTimeout(house);
      await running;
    },
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'conflict';
}

/** An unforeseen error is told to the log alone. */
function failureOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError('broken', 'Something unforeseen went wrong; the log has more.', { cause: error });
}

function isoOf(instant: number | null | undefined): string | null {
  return instant == null ? null : new Date(instant).toISOString();
}
