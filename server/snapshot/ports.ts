import type { SnapshotStatus, Workspace } from '../../contract/index.ts';
import type { Snapshot } from './snapshot.ts';

/** The snapshots of a workspace, as answers are made from them. Only `reach` makes its caller wait. */
export interface SnapshotReader {
  /** The newest snapshot; null before the first page is there. */
  newest(): Snapshot | null;
  /** The snapshot of that number; null when it is gone, or never was. */
  at(number: number): Snapshot | null;
  /**
   * The time at which a snapshot was taken, in epoch milliseconds by the machine's clock as it is set now. It differs
   * from the snapshot's own `takenAt` when somebody has set the clock since, and the age that follows from it is right.
   */
  takenAt(snapshot: Snapshot): number;
  /** Resolves when the snapshot of that number is here, or it is known to be nowhere: after five seconds at the latest. */
  reach(number: number): Promise<void>;
  /** Whether snapshots of an earlier process may still come back. */
  isRestoring(): boolean;
  /**
   * Calls `listener` with each snapshot that becomes the newest from now on. It must not throw.
   *
   * @returns what ends the calls
   */
  onPublish(listener: (snapshot: Snapshot) => void): () => void;
  /** The same with each snapshot that is no longer kept. */
  onDrop(listener: (snapshot: Snapshot) => void): () => void;
}

/** The state of the reading of a workspace, apart from any one snapshot. */
export type ReadingStatus = Pick<SnapshotStatus, 'state' | 'nextRefreshAt' | 'refresh' | 'problem'> & {
  readonly calls: SnapshotStatus['calls'] & { readonly lastMinute: number };
  /** Distinct tickets of the read in progress while no whole read has ended yet; null otherwise. */
  readonly progress: { readonly loaded: number; readonly total: number | null } | null;
  /** The time of the day, like `06:00`, of the read that is made even if nobody watches, and its next instant. */
  readonly daily: { readonly at: string; readonly nextAt: string | null } | null;
};

export interface ReadingStatusSource {
  status(): ReadingStatus;
}

/** Requests to whatever reads the upstream. */
export interface RefreshControl {
  /** Says that somebody looks at this workspace now, which keeps it fresh for a while. */
  watch(): void;
  /** Asks for a refresh now: of all pages, of the first one alone, or none, as the calls left allow. */
  refresh(): void;
}

/**
 * The snapshots of a workspace as viewers get them. They are made of tickets without customers, so nothing that is asked
 * of them can tell one: no search, no order, no count of changes.
 */
export interface ViewerSnapshots extends SnapshotReader {
  /**
   * Makes them from now on: while no viewer asks, they cost nothing. It ends once there is one, or there is nothing to make
   * one of, or it could not be made.
   */
  wake(): Promise<void>;
}

/** A workspace as the app serves it: the doors between the half that reads the upstream and the half that answers. */
export interface ServedWorkspace {
  readonly workspace: Workspace;
  readonly snapshots: SnapshotReader;
  readonly reading: ReadingStatusSource;
  readonly refreshing: RefreshControl;
  /** Null where nobody is a viewer. */
  readonly viewerSnapshots: ViewerSnapshots | null;
}
