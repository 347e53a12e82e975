import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordingStatus, SnapshotProblem } from '../../contract/index.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import { readArchive, type SnapshotArchive } from '../snapshot/archive.ts';
import type {
  ReadingStatus,
  ReadingStatusSource,
  RefreshControl,
  SnapshotReader,
} from '../snapshot/ports.ts';
import { type Clock, toIso } from '../upstream/clock.ts';
import { policyOf } from '../upstream/failure-kinds.ts';
import type { HistoryFollower } from './follow-history.ts';
import type { FollowerWishes } from './follower-wishes.ts';
import type { LeaseState } from './lease-state.ts';
import { LEASE_MS } from './lease-store.ts';
import { followedStatus, type SharedStatus } from './shared-status.ts';

/** The longest that a request waits for a snapshot of another process, which takes a second to make, in milliseconds. */
const REACH_MS = 5_000;

/** Attempts come every second; telling each of them would make every answer another one. */
const TOLD_MS = 5_000;

interface SharedWorkspaceOptions {
  readonly state: LeaseState;
  readonly shown: SnapshotArchive;
  readonly history: Pick<HistoryFollower, 'history'>;
  readonly wishes: FollowerWishes;
  /** Looks at the database at once; resolves when what it says has been seen. */
  readonly look: () => Promise<void>;
  readonly calls: () => ReadingStatus['calls'];
  readonly refreshMs: number;
  readonly clock: Clock;
}

/** The ports of a workspace that one of several processes reads, as each of them serves it. */
export interface SharedWorkspace extends ReadingStatusSource, RefreshControl {
  readonly snapshots: SnapshotReader;
  history(): RecordedHistory | null;
  recordingStatus(): Pick<RecordingStatus, 'since' | 'lastAt' | 'problem'>;
}

/** Serves a workspace by what reads it here, or else by what the process tells that does. */
export function createSharedWorkspace(options: SharedWorkspaceOptions): SharedWorkspace {
  const { state, shown, wishes, clock } = options;
  const here = () => state.holding()?.reader ?? null;
  const hasSnapshot = () => shown.newest() !== null && !state.isRestoring();
  const history = () => here()?.history() ?? options.history.history();

  /** The silence that has kept this process from following for longer than a lease lasts. */
  function lasting() {
    const silence = state.silence();
    return silence !== null && clock.now() - silence.heardAt > LEASE_MS ? silence : null;
  }

  function problem(): SnapshotProblem | null {
    const silence = lasting();
    if (silence === null) return null;
    const next = Math.ceil((clock.toWall(clock.now()) + 1) / TOLD_MS) * TOLD_MS;
    return {
      kind: 'database-away',
      message: policyOf('database-away').message,
      since: toIso(clock, silence.since),
      retryAt: new Date(next).toISOString(),
    };
  }

  function told(): SharedStatus | null {
    // The last words of a process that has ended, while this one has still to read what is stored.
    if (state.isRestoring() && state.lease() !== null) return null;
    const status = state.row()?.status ?? null;
    return status === null ? null : (JSON.parse(status) as SharedStatus);
  }

  return {
    snapshots: {
      ...readArchive(shown, clock.toWall),
      isRestoring: state.isRestoring,
      async reach(number) {
        // Even the one that reads may have been stopped, and another one read meanwhile.
        if (number <= (shown.newest()?.number ?? 0)) return;
        await Promise.race([options.look(), sleep(REACH_MS, undefined, { ref: false })]);
      },
    },
    status: () =>
      here()?.status() ??
      followedStatus({
        shared: told(),
        calls: options.calls(),
        refreshMs: options.refreshMs,
        hasSnapshot: hasSnapshot(),
        problem: problem(),
      }),
    watch: () => (here() ?? wishes).watch(),
    refresh: () => (here() ?? wishes).refresh(),
    history,
    recordingStatus() {
      const own = here()?.recordingStatus();
      const known = history();
      const silence = lasting();
      return {
        since: own?.since ?? isoOf(known?.since),
        lastAt: own?.lastAt ?? isoOf(known?.read?.takenAt),
        problem: own
          ? own.problem
          : silence
            ? { message: silence.reason, since: toIso(clock, silence.since) }
            : (told()?.recordingProblem ?? null),
      };
    },
  };
}

function isoOf(instant: number | null | undefined): string | null {
  return instant == null ? null : new Date(instant).toISOString();
}
