import type { RecordingStatus } from '../../contract/index.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import type { TicketStore } from '../history/stored.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type { ReadingStatusSource, RefreshControl } from '../snapshot/ports.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** A read of another process that reading goes on from. */
export interface ResumedRead {
  /** The moment at which it began. */
  readonly startedAt: number;
  /** The number of tickets that the upstream listed, and of those of them that are not there. */
  readonly count: number;
  readonly gap: number;
  /** The snapshot that it has brought, where that is published and has still to be recorded; null where it is recorded. */
  readonly unrecorded: Snapshot | null;
}

/** The part of a process that reads and records a workspace, from the moment at which it is due to do so. */
export interface WorkspaceReader extends ReadingStatusSource, RefreshControl {
  /** Null until what is stored has been read. */
  history(): RecordedHistory | null;
  recordingStatus(): Pick<RecordingStatus, 'since' | 'lastAt' | 'problem'>;
  /** Begins, with a read at once unless it goes on from one that is young enough. */
  begin(resumed: ResumedRead | null): void;
  /** Ends everything, and resolves when that is over. Nothing is called or written after it. */
  stop(): Promise<void>;
}

/** Makes what reads a workspace into an archive and records it in a store. */
export type CreateReader = (archive: SnapshotArchive, store: TicketStore) => WorkspaceReader;
