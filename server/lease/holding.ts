import type { SnapshotArchive } from '../snapshot/archive.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Database } from '../store/database.ts';
import { createSqlTicketStore } from '../store/sql-ticket-store.ts';
import type { Clock } from '../upstream/clock.ts';
import { createGrantedWishes } from './follower-wishes.ts';
import type { Lease, LeaseRow, Renewal } from './lease-store.ts';
import type { PublicationStore } from './publication-store.ts';
import { createPublishingArchive } from './publishing-archive.ts';
import { guardRecordings } from './shared-recordings.ts';
import type { SharedStatus } from './shared-status.ts';
import type { CreateReader, WorkspaceReader } from './workspace-reader.ts';

/** Milliseconds between two clearings of the publications that the last recording has. */
const TIDY_MS = 60_000;

/** The time in which this process reads a workspace: under one lease, or without while the database is away. */
export interface Holding {
  readonly reader: WorkspaceReader;
  /** Null while the database has been away since the process began. */
  lease(): Lease | null;
  /** Goes on under a lease. */
  hold(lease: Lease): void;
  /** Does what a row asks for: wishes, and what could not be published before. */
  see(row: LeaseRow): Promise<void>;
  /** The words for a renewal of the lease. */
  renewal(lease: Lease): Renewal;
  /** The newest snapshot that all processes can get; null where nobody can say. */
  shared(): Snapshot | null;
}

export interface HoldingOptions {
  readonly lease: Lease | null;
  readonly createReader: CreateReader;
  readonly database: Database;
  readonly publications: PublicationStore;
  /** The snapshots that this process shows. */
  readonly shown: SnapshotArchive;
  readonly shared: Snapshot | null;
  readonly firstNumber: number;
  readonly clock: Clock;
  readonly onLost: () => void;
  readonly onError: (error: unknown) => void;
}

/** Puts together what reads and records a workspace. Nothing of it has begun. */
export function createHolding(options: HoldingOptions): Holding {
  const { createReader, database, publications, clock } = options;
  const archive = createPublishingArchive(options);
  const wishes = createGrantedWishes();
  let lease: Lease | null = null;
  let tidiedAt = clock.now();
  const reader = createReader(
    archive,
    createSqlTicketStore(
      database,
      guardRecordings(() => lease),
    ),
  );

  function hold(taken: Lease): void {
    lease = taken;
    archive.hold(taken);
  }

  if (options.lease !== null) hold(options.lease);
  return {
    reader,
    lease: () => lease,
    hold,
    async see(row) {
      wishes.grant(row, reader);
      await archive.catchUp();
      if (lease === null || clock.now() - tidiedAt < TIDY_MS) return;
      tidiedAt = clock.now();
      await publications.tidy(lease);
    },
    renewal(held) {
      const status: SharedStatus = {
        reading: reader.status(),
        recordingProblem: reader.recordingStatus().problem,
      };
      return { lease: held, status: JSON.stringify(status), refreshTaken: wishes.taken() };
    },
    shared: archive.shared,
  };
}
