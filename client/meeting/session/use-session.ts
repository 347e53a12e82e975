import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Meeting } from '../record/meeting.ts';
import { askToKeep } from '../store/keeping.ts';
import { openStore } from '../store/open-store.ts';
import { type Claim, claimLead, type Lead } from './lead.ts';
import { openWire } from './messages.ts';
import { openSession, type Session } from './session.ts';

/** How long another window may take to let go of the meeting, in milliseconds, before it is taken from it. */
const LETTING_GO = 1_500;

/** Where this window stands with a meeting. */
export interface Leading {
  /** The meeting, while this window leads it. */
  readonly session: Session | null;
  readonly lead: Lead;
  /** Whether the store has no such meeting. */
  readonly missing: boolean;
  /** Why the store could not be read; null for nothing of the kind. */
  readonly failure: Error | null;
  /** Asks the window that leads to let go, and takes the lead. */
  readonly takeOver: () => void;
}

/** Leads a meeting in this window, or waits for the one that does to let go. */
export function useLeading(id: string): Leading {
  const [lead, setLead] = useState<Lead>('asking');
  const [session, setSession] = useState<Session | null>(null);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const claim = useRef<Claim | null>(null);

  useEffect(() => {
    let open: Session | null = null;
    let led = false;
    let turn = 0;
    const close = () => {
      const closing = open?.close();
      open = null;
      setSession(null);
      return closing ?? Promise.resolve();
    };
    const begin = async () => {
      const mineSince = ++turn;
      const store = await openStore();
      // What another window has written last is read only now that it can write no more.
      const meeting = await store.lead(id);
      if (!led || mineSince !== turn) return;
      setMissing(meeting === null);
      if (meeting === null) return;
      const pass = () => close().finally(() => mine.pass());
      open = openSession({ store, meeting, onGive: () => void pass() });
      setSession(open);
      if (store.lasting) askToKeep();
    };
    const mine = claimLead(id, (next) => {
      led = next === 'mine';
      setLead(next);
      if (led) begin().catch(setFailure);
      else void close();
    });
    claim.current = mine;

    const flush = () => void open?.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      led = false;
      void close().finally(() => mine.giveUp());
    };
  }, [id]);

  const takeOver = () => {
    const wire = openWire(id, () => {});
    wire.send({ kind: 'give' });
    wire.close();
    const { current } = claim;
    setTimeout(() => current?.seize(), LETTING_GO);
  };
  return { session, lead, missing, failure, takeOver };
}

/** The meeting of a session, live. */
export function useMeeting(session: Session): Meeting {
  return useSyncExternalStore(session.subscribe, session.read);
}
