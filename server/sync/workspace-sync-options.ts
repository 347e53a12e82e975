import type { Ticket, Workspace } from '../../contract/index.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type {
  ReadingStatus,
  ReadingStatusSource,
  RefreshControl,
  SnapshotReader,
} from '../snapshot/ports.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import type { Clock } from '../upstream/clock.ts';
import type { TimeOfDay } from './daily-read.ts';
import type { Planner } from './planner.ts';
import type { BuildSnapshot } from './publisher.ts';
import type { OnRead, SyncLog } from './read-report.ts';
import type { RestoredRead, StoredRead } from './restore-tickets.ts';
import type { SetTimer } from './task-runner.ts';

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
  /** Is told of each read of all pages, once it is published. */
  readonly onPublished?: (snapshot: Snapshot) => void;
  /** When one read a day is made even if nobody watches; never when left out. */
  readonly recordAt?: TimeOfDay | null;
}

/** The sync of a workspace, which keeps its snapshots up to date. */
export interface WorkspaceSync extends SnapshotReader, ReadingStatusSource, RefreshControl {
  readonly workspace: Workspace;
  /**
   * Begins the first read at once: whoever starts the product is about to look. Only tickets that come back from the
   * process before are waited for, and not for long; they may make the read unnecessary.
   *
   * @param restored resolves when there is nothing more to come back; left out when nothing comes
   */
  start(restored?: Promise<unknown>): void;
  /** Goes on from a read of another process whose snapshot is the newest. */
  resume(read: RestoredRead): void;
  /** Takes the tickets that an earlier process has left. */
  restore(read: StoredRead, chunks: AsyncIterable<readonly Ticket[]>): Promise<void>;
  /** Cancels the calls under way, and makes no more. Resolves when the last has ended. */
  stop(): Promise<void>;
}
