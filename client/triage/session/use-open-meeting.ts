import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { MeetingState, MeetingStore, OpenMeeting } from '../store/meeting-store.ts';
import { openStore } from '../store/open-store.ts';
import { type MeetingSession, startSession } from './meeting-session.ts';

const LOADING: MeetingState = { status: 'loading' };

/** Opens a meeting for as long as the screen is shown; null until the store is there. */
function useOpened<Opened extends OpenMeeting>(
  open: (store: MeetingStore, id: string) => Opened,
  id: string,
): { readonly opened: Opened | null; readonly state: MeetingState } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState<MeetingState | null>(null);
  useEffect(() => {
    let left = false;
    let current: Opened | null = null;
    openStore()
      .then((store) => {
        if (left) return;
        current = open(store, id);
        setOpened(current);
      })
      .catch((error: Error) => {
        if (!left) setFailed({ status: 'error', error });
      });
    return () => {
      left = true;
      setOpened(null);
      setFailed(null);
      void current?.close();
    };
  }, [open, id]);
  const state = useSyncExternalStore(opened?.subscribe ?? subscribeToNothing, opened?.getState ?? loading);
  return { opened, state: failed ?? state };
}

function subscribeToNothing() {
  return () => {};
}

function loading() {
  return LOADING;
}

const follow = (store: MeetingStore, id: string) => store.follow(id);
const present = (store: MeetingStore, id: string) => store.present(id);

/** Follows a meeting. */
export function useFollowedMeeting(id: string): MeetingState {
  return useOpened(follow, id).state;
}

interface PresentedState {
  readonly state: MeetingState;
  /** The session, while this window presents. */
  readonly session: MeetingSession | null;
  readonly takeOver: () => void;
}

/** Presents a meeting, or waits for the window that does. */
export function usePresentedMeeting(id: string): PresentedState {
  const { opened, state } = useOpened(present, id);
  const ready = state.status === 'ready';
  const session = useMemo(() => (opened !== null && ready ? startSession(opened) : null), [opened, ready]);
  return { state, session, takeOver: () => opened?.takeOver() };
}

/** The meeting of a session, live. */
export function useMeeting(session: MeetingSession): LocalMeeting {
  return useSyncExternalStore(session.subscribe, session.read);
}
