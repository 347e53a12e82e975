import type { SnapshotReader } from './ports.ts';
import type { Snapshot } from './snapshot.ts';

/** Numbers the snapshots of a workspace and keeps the last of them, for the pages that are pinned to them. */
export interface SnapshotArchive extends Pick<SnapshotReader, 'newest' | 'at' | 'onPublish' | 'onDrop'> {
  /** Resolves with the number that the next snapshot must have: above every number before it. */
  nextNumber(): Promise<number>;
  /**
   * Makes it the newest.
   *
   * @param moment at which it was taken
   */
  add(snapshot: Snapshot, moment: number): void;
  /** The moment at which a snapshot was taken: unlike its date, no setting of the machine's clock makes it wrong. */
  momentOf(snapshot: Snapshot): number;
}
