import type { SnapshotStatus, Workspace } from '../../contract/index.ts';
import type { Snapshot } from './snapshot.ts';

/** What is known about the reading of a workspace, apart from any one snapshot. */
export type ReadingStatus = Pick<
  SnapshotStatus,
  'state' | 'nextRefreshAt' | 'refresh' | 'problem' | 'calls'
> & {
  /** Distinct tickets of the read in progress while no whole read has ended yet; null otherwise. */
  readonly progress: { readonly loaded: number; readonly total: number | null } | null;
};

/**
 * Where answers get their snapshots from: the door between the half that reads the upstream and the half
 * that serves browsers. Nothing behind it makes a caller wait.
 */
export interface SnapshotSource {
  readonly workspace: Workspace;
  /** The newest snapshot; null before the first page is there. */
  newest(): Snapshot | null;
  /** The snapshot of that number; null when it is gone, or never was. */
  at(number: number): Snapshot | null;
  /**
   * When a snapshot was taken, in epoch milliseconds by the machine's clock as it is set now. It differs from the
   * snapshot's own `takenAt` when somebody has set the clock since, and the age that follows from it is right.
   */
  takenAt(snapshot: Snapshot): number;
  status(): ReadingStatus;
  /** Says that somebody looks at this workspace now, which keeps it fresh for a while. */
  watch(): void;
  /** Asks for a refresh now: of all pages, of the first one alone, or none, as the calls left allow. */
  refresh(): void;
}
