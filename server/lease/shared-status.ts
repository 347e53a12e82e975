import type { RecordingStatus, SnapshotProblem } from '../../contract/index.ts';
import type { ReadingStatus } from '../snapshot/ports.ts';

/** The state of a workspace as its holder tells the other processes. */
export interface SharedStatus {
  readonly reading: ReadingStatus;
  readonly recordingProblem: RecordingStatus['problem'];
}

/** The state as a process tells it that does not read. */
export interface FollowedState {
  /** The holder's words; null when there are none. */
  readonly shared: SharedStatus | null;
  /** The calls of the day as this process knows them, and the interval that was asked for. */
  readonly calls: ReadingStatus['calls'];
  readonly refreshMs: number;
  /** Whether this process has tickets, and not only the first part of what is stored. */
  readonly hasSnapshot: boolean;
  /** Why nothing has been heard of the holder for too long; null when that is not so. */
  readonly problem: SnapshotProblem | null;
}

/** Tells the holder's state, as far as this process can stand by it. */
export function followedStatus(state: FollowedState): ReadingStatus {
  const { shared, hasSnapshot, problem } = state;
  const told = shared?.reading ?? beforeAnyWord(state);
  if (problem !== null) {
    return {
      ...told,
      state: hasSnapshot ? 'stale' : 'loading',
      nextRefreshAt: null,
      progress: null,
      problem,
    };
  }
  // What the holder has may be on its way.
  return hasSnapshot ? told : { ...told, state: 'loading' };
}

function beforeAnyWord({ calls, refreshMs }: FollowedState): ReadingStatus {
  const everySeconds = Math.ceil(refreshMs / 1000);
  return {
    state: 'loading',
    nextRefreshAt: null,
    refresh: { price: null, everySeconds, reason: 'configured', seenWithinSeconds: everySeconds },
    problem: null,
    calls,
    progress: null,
    daily: null,
  };
}
