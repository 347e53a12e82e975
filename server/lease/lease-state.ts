import type { Workspace } from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type { Clock } from '../upstream/clock.ts';
import type { HistoryFollower } from './follow-history.ts';
import type { SnapshotFollower } from './follow-snapshots.ts';
import type { Holding } from './holding.ts';
import type { Lease, LeaseRow, Renewal } from './lease-store.ts';
import type { ResumedRead } from './workspace-reader.ts';

/** The log. */
export interface LeaseLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** A failure to follow the process that reads, since the last time that it went well. */
interface Silence {
  /** Moments: the first failure, and the last time before it. */
  readonly since: number;
  readonly heardAt: number;
  /** One plain sentence. */
  readonly reason: string;
}

export interface LeaseStateOptions {
  readonly workspace: Workspace;
  /** The snapshots that this process shows, whoever has read them. */
  readonly shown: SnapshotArchive;
  readonly snapshots: SnapshotFollower;
  readonly history: HistoryFollower;
  readonly createHolding: (lease: Lease | null, onLost: () => void) => Holding;
  /** Is told each time that this process has caught up with another one. */
  readonly onFollowed: () => void;
  readonly clock: Clock;
  readonly logger: LeaseLog;
}

/** The part of this process in a workspace: it reads and records it, or follows the process that does. */
export interface LeaseState {
  readonly workspace: Workspace;
  /** The newest that the database has said; null for nothing yet. */
  row(): LeaseRow | null;
  /** The lease that this process has taken; null for none. */
  lease(): Lease | null;
  /** The holding under which the workspace is read here; null while another process reads it. */
  holding(): Holding | null;
  /** Null while all goes well. */
  silence(): Silence | null;
  /** Whether what is stored is still being read for the first time. */
  isRestoring(): boolean;
  /** Whether a lease is to be taken if one is free. */
  isIdle(): boolean;
  /** The words for a renewal of the lease; null without one. */
  renewal(): Renewal | null;
  take(lease: Lease): void;
  lose(): void;
  /** Goes by what the database says. Resolves when that is done. */
  see(row: LeaseRow): Promise<void>;
  /** Takes notice that the database could not be asked. */
  fail(error: unknown): void;
  /** Reads without a lease if nothing has been heard of the database. */
  beginAlone(): void;
  /** Ends the reading; the lease can be given back then. */
  stop(): Promise<void>;
}

export function createLeaseState(options: LeaseStateOptions): LeaseState {
  const { workspace, shown, snapshots, history, clock, logger } = options;
  const facts = { workspace: workspace.id };
  let row: LeaseRow | null = null;
  let lease: Lease | null = null;
  let holding: Holding | null = null;
  let silence: Silence | null = null;
  let heardAt = clock.now();
  let isRestoring = true;
  let isStopped = false;
  let working: Promise<void> | null = null;

  function fail(error: unknown): void {
    // Something was recorded while it was read: the next look begins anew.
    if (error instanceof StoreError && error.kind === 'conflict') return;
    if (silence !== null) return;
    silence = { since: clock.now(), heardAt, reason: error instanceof Error ? error.message : String(error) };
    logger.warn({ ...facts, reason: silence.reason }, 'the database cannot be asked who reads');
  }

  function succeed(): void {
    if (silence !== null) logger.info(facts, 'the database has answered again');
    silence = null;
    heardAt = clock.now();
  }

  function lose(): void {
    if (lease === null) return;
    logger.warn({ ...facts, term: lease.term }, 'another process reads the workspace from now on');
    lease = null;
    // At once: what it is about to publish or to ask for is not its own any more.
    void holding?.reader.stop();
    void work();
  }

  function begin(resumed: ResumedRead | null): void {
    const term = lease?.term ?? null;
    logger.info(
      { ...facts, term, isResumed: resumed !== null },
      'this process reads the workspace from now on',
    );
    isRestoring = false;
    holding = options.createHolding(lease, lose);
    holding.reader.begin(resumed);
  }

  async function end(ended: Holding): Promise<void> {
    await ended.reader.stop();
    holding = null;
    snapshots.adopt(ended.shared());
    history.adopt(ended.reader.history());
  }

  async function follow(seen: LeaseRow): Promise<void> {
    try {
      await snapshots.catchUp(seen);
      isRestoring = false;
      // Whoever is about to read gets it from the recorder, and need not wait for it.
      if (lease === null) await history.catchUp(seen);
    } catch (error) {
      // Whoever holds the lease must read, whatever has become of what is stored.
      if (lease === null) throw error;
      fail(error);
    }
    if (lease === null) options.onFollowed();
    else if (seen.holder === lease.holder && seen.term === lease.term && !isStopped) begin(resume(seen));
  }

  /** A part of a read is none to go on from; what was recorded, or is whole, is a read to its end. */
  function resume({ readAt }: LeaseRow): ResumedRead | null {
    const newest = snapshots.newest();
    const isRecorded = newest?.takenAt === readAt;
    if (newest === null || newest !== shown.newest() || !(isRecorded || newest.whole)) return null;
    const count = newest.total ?? newest.tickets.length;
    const gap = Math.max(0, count - newest.tickets.length);
    return { startedAt: shown.momentOf(newest), count, gap, unrecorded: isRecorded ? null : newest };
  }

  async function step(seen: LeaseRow): Promise<void> {
    if (holding !== null && lease !== null && holding.lease() === null) holding.hold(lease);
    const isOurs = lease !== null && holding?.lease() === lease;
    // Alone so far, and about to take the lease.
    if (holding !== null && holding.lease() === null && seen.isFree) return;
    if (holding !== null && !isOurs) await end(holding);
    if (holding === null) return await follow(seen);
    await holding.see(seen);
    if (holding.reader.history() !== null) history.adopt(null);
  }

  async function workOff(): Promise<void> {
    let done: LeaseRow | null = null;
    while (row !== null && row !== done && !isStopped) {
      done = row;
      await step(row).then(succeed, fail);
    }
    working = null;
  }

  function work(): Promise<void> {
    working ??= workOff();
    return working;
  }

  return {
    workspace,
    row: () => row,
    lease: () => lease,
    holding: () => holding,
    silence: () => silence,
    isRestoring: () => isRestoring,
    isIdle: () => !isStopped && lease === null && (holding === null || holding.lease() === null),
    renewal() {
      if (lease === null) return null;
      return holding?.renewal(lease) ?? { lease, status: null, refreshTaken: null };
    },
    take(taken) {
      lease = taken;
    },
    lose,
    async see(next) {
      row = next;
      await work();
    },
    fail,
    beginAlone() {
      if (row === null && holding === null && !isStopped) begin(null);
    },
    async stop() {
      isStopped = true;
      await Promise.all([holding?.reader.stop(), working]);
    },
  };
}
