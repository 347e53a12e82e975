import type { SnapshotReader } from './ports.ts';
import type { Snapshot } from './snapshot.ts';

/** Numbers the snapshots of a workspace and keeps the last of them, for the pages that are pinned to them. */
export interface SnapshotArchive extends Pick<SnapshotReader, 'newest' | 'at' | 'onPublish' | 'onDrop'> {
  /** Resolves with the number that the next snapshot must have: above every number before it. */
  nextNumber(): Promise<number>;
  /**
   * Makes it the newest; resolves when it is.
   *
   * @param moment at which it was taken
   */
  add(snapshot: Snapshot, moment: number): Promise<void>;
  /** The moment at which a snapshot was taken: unlike its date, no setting of the machine's clock makes it wrong. */
  momentOf(snapshot: Snapshot): number;
}

/**
 * Reads from an archive that this process alone fills.
 *
 * @param toWall turns a moment into epoch milliseconds
 */
export function readArchive(
  archive: SnapshotArchive,
  toWall: (moment: number) => number,
): Omit<SnapshotReader, 'isRestoring'> {
  const { newest, at, onPublish, onDrop } = archive;
  return {
    newest,
    at,
    onPublish,
    onDrop,
    takenAt: (snapshot) => toWall(archive.momentOf(snapshot)),
    reach: async () => {},
  };
}
