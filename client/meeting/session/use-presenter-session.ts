import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Meeting } from '../model/meeting.ts';
import { openStore } from '../store/open-store.ts';
import { requestPersistence } from '../store/storage-estimate.ts';
import { acquireLeaderLock, type LeaderLock, type LeaderStatus } from './leader-lock.ts';
import { openMeetingChannel } from './meeting-channel.ts';
import { openSession, type Session } from './session.ts';

/** The time another window has to hand over, in milliseconds, before the lock is stolen. */
const HAND_OVER_MS = 1_500;

/** The state of presenting a meeting from this window. */
export interface PresenterSession {
  /** The session, while this window presents. */
  readonly session: Session | null;
  readonly status: LeaderStatus;
  /** Whether the store has no such meeting. */
  readonly missing: boolean;
  /** The reason for which the store could not be read; null if it could. */
  readonly failure: Error | null;
  /** Asks the presenting window to hand over, and takes over. */
  readonly takeOver: () => void;
}

/** Presents a meeting in this window, or waits for the window that does to hand over. */
export function usePresenterSession(id: string): PresenterSession {
  const [status, setStatus] = useState<LeaderStatus>('asking');
  const [session, setSession] = useState<Session | null>(null);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const lock = useRef<LeaderLock | null>(null);

  useEffect(() => {
    let open: Session | null = null;
    let leading = false;
    let attempt = 0;
    const close = () => {
      const closing = open?.close();
      open = null;
      setSession(null);
      return closing ?? Promise.resolve();
    };
    const begin = async () => {
      const thisAttempt = ++attempt;
      const store = await openStore();
      // What another window has written last is read only now that it can write no more.
      const meeting = await store.takeLead(id);
      if (!leading || thisAttempt !== attempt) return;
      setMissing(meeting === null);
      if (meeting === null) return;
      const handOver = () => close().finally(() => held.handOver());
      open = openSession({ store, meeting, onHandOver: () => void handOver() });
      setSession(open);
      if (store.lasting) requestPersistence();
    };
    const held = acquireLeaderLock(id, (next) => {
      leading = next === 'mine';
      setStatus(next);
      if (leading) begin().catch(setFailure);
      else void close();
    });
    lock.current = held;

    const flush = () => void open?.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      leading = false;
      void close().finally(() => held.release());
    };
  }, [id]);

  const takeOver = () => {
    const channel = openMeetingChannel(id, () => {});
    channel.send({ kind: 'give' });
    channel.close();
    const { current } = lock;
    setTimeout(() => current?.steal(), HAND_OVER_MS);
  };
  return { session, status, missing, failure, takeOver };
}

/** The meeting of a session, live. */
export function useMeeting(session: Session): Meeting {
  return useSyncExternalStore(session.subscribe, session.read);
}
