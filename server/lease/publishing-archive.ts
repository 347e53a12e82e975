import { setTimeout as sleep } from 'node:timers/promises';
import type { SnapshotArchive } from '../snapshot/archive.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Clock } from '../upstream/clock.ts';
import type { Lease } from './lease-store.ts';
import { LeaseLost, type PublicationStore } from './publication-store.ts';

/** The longest that a snapshot waits for the database before this process shows it nonetheless, in milliseconds. */
const PATIENCE_MS = 5_000;

interface PublishingArchiveOptions {
  /** The snapshots that this process shows. */
  readonly shown: SnapshotArchive;
  readonly publications: Pick<PublicationStore, 'publish'>;
  readonly clock: Clock;
  /** The number of the first snapshot while there is no lease. */
  readonly firstNumber: number;
  /** The newest snapshot that all processes have, or can get; null for none. */
  readonly shared: Snapshot | null;
  /** Told at once when another process turns out to have the lease. */
  readonly onLost: () => void;
  readonly onError: (error: unknown) => void;
}

/** An archive whose snapshots other processes can get, too, before this one shows them. */
export interface PublishingArchive extends SnapshotArchive {
  /** From now on it publishes under a lease. Its numbers are above all that this process has used. */
  hold(lease: Lease): void;
  /** Publishes the newest if that could not be done when it came. */
  catchUp(): Promise<void>;
  /** The newest that all processes have, or can get; null where nobody can say. */
  shared(): Snapshot | null;
}

/**
 * Publishes what is added, and then shows it. While there is no lease, or the database fails, it is shown alone; the
 * next that is published then has all tickets, as nobody can say which one the others have.
 */
export function createPublishingArchive(options: PublishingArchiveOptions): PublishingArchive {
  const { shown, publications, clock, onLost, onError } = options;
  let lease: Lease | null = null;
  let next = options.firstNumber;
  let { shared } = options;
  /** The writing under way; it ends well or not, and never rejects. */
  let writing: Promise<unknown> = Promise.resolve();
  let adding: Promise<void> = Promise.resolve();

  async function publish(snapshot: Snapshot, moment: number, held: Lease): Promise<void> {
    // It took longer than was waited for.
    if (shared === snapshot) return;
    const before = shared;
    shared = null;
    await publications.publish(held, snapshot, before, Math.max(0, clock.now() - moment));
    shared = snapshot;
  }

  /** Resolves when it is published, could not be, or takes too long; rejects when another process has the lease. */
  async function share(snapshot: Snapshot, moment: number): Promise<void> {
    const held = lease;
    if (held === null) {
      shared = null;
      return;
    }
    const published = writing.then(() => publish(snapshot, moment, held));
    writing = published.catch(() => {});
    try {
      await Promise.race([published, sleep(PATIENCE_MS, undefined, { ref: false })]);
    } catch (error) {
      if (error instanceof LeaseLost) {
        onLost();
        throw error;
      }
      onError(error);
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = adding.then(work);
    adding = done.catch(() => {});
    return done;
  }

  return {
    ...shown,
    nextNumber: async () => next++,
    add: (snapshot, moment) =>
      inTurn(async () => {
        await share(snapshot, moment);
        await shown.add(snapshot, moment);
      }),
    hold(taken) {
      lease = taken;
      next = Math.max(next, taken.firstNumber);
    },
    shared: () => shared,
    catchUp: () =>
      inTurn(async () => {
        const newest = shown.newest();
        if (newest !== null && newest !== shared) await share(newest, shown.momentOf(newest));
      }),
  };
}
