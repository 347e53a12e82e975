/** The state of the lock: `mine` in the one window that presents, and so may write. */
export type LeaderStatus = 'asking' | 'mine' | 'elsewhere';

/** A request for a meeting's lock, queued until it is released: when the other window closes, this one has it. */
export interface LeaderLock {
  /** Releases the lock to the window that waits longest, and queues again. */
  readonly handOver: () => void;
  /** Takes the lock from a window that does not answer, such as a frozen one. */
  readonly steal: () => void;
  readonly release: () => void;
}

/** The time without an answer after which another window is taken to have the lock, in milliseconds: a reload passes it on. */
const ELSEWHERE_AFTER_MS = 600;

/** Requests a meeting's lock. One window of a browser has it, and loses it when it closes. */
export function acquireLeaderLock(meeting: string, onChange: (status: LeaderStatus) => void): LeaderLock {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) {
    // Only a page from a secure address has locks. Without them each window saves its own notes.
    onChange('mine');
    return { handOver: () => {}, steal: () => {}, release: () => {} };
  }
  let ended = false;
  let releaseHeld: (() => void) | null = null;
  let pending = new AbortController();
  const notify = (status: LeaderStatus) => ended || onChange(status);

  const request = (options: LockOptions) => {
    let holding = false;
    const hold = () =>
      new Promise<void>((resolve) => {
        holding = true;
        releaseHeld = resolve;
        notify('mine');
      });
    const timer = setTimeout(() => holding || notify('elsewhere'), ELSEWHERE_AFTER_MS);
    const wait = () => {
      pending = new AbortController();
      request({ signal: pending.signal });
    };
    locks.request(lockName(meeting), options, hold).then(
      () => holding && !ended && wait(),
      () => {
        clearTimeout(timer);
        // Without the lock the request was cancelled or repeated; with it another window has stolen it.
        if (!holding || ended) return;
        releaseHeld = null;
        notify('elsewhere');
        wait();
      },
    );
  };
  request({ signal: pending.signal });

  return {
    handOver() {
      if (releaseHeld === null) return;
      notify('elsewhere');
      releaseHeld();
      releaseHeld = null;
    },
    steal() {
      if (releaseHeld !== null || ended) return;
      pending.abort();
      request({ steal: true });
    },
    release() {
      ended = true;
      pending.abort();
      releaseHeld?.();
    },
  };
}

/** Whether some window presents the meeting; null where the browser cannot tell. */
export async function hasLeader(meeting: string): Promise<boolean | null> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) return null;
  const { held = [] } = await locks.query();
  return held.some(({ name }) => name === lockName(meeting));
}

function lockName(meeting: string): string {
  return `loopdesk.meeting.${meeting}`;
}
