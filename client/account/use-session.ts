import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { meQuery } from '../api/me.ts';
import { session } from '../api/session.ts';
import { storageOwner } from '../storage/owner.ts';
import { openSessionChannel } from './session-channel.ts';

/** Between two looks whether somebody has signed in elsewhere, in milliseconds. */
const LOOK_EVERY = 2_000;

/** Whether the session has ended, live. */
export function useIsEnded(): boolean {
  return useSyncExternalStore(session.subscribe, session.isEnded);
}

/**
 * Keeps all tabs of one opinion about the session, and goes on as soon as somebody is signed in. If it is somebody else,
 * nothing goes on with what is on screen: whoever shows it has to ask first.
 */
export function useFollowSession(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = async () => {
      const me = await client.fetchQuery({ ...meQuery(), staleTime: 0 }).catch(() => null);
      if (me === null || (me.user?.id ?? null) !== storageOwner()) return;
      const wasEnded = session.isEnded();
      session.resume();
      if (wasEnded) channel.send('signed-in');
    };
    const lookIfEnded = () => {
      if (session.isEnded() && document.visibilityState === 'visible') void look();
    };
    const channel = openSessionChannel((message) => {
      if (message === 'signed-in') void look();
      else if (!session.isEnded()) void client.invalidateQueries({ queryKey: ['me'] });
    });
    const forget = session.subscribe(() => session.isEnded() && channel.send('ended'));
    const timer = setInterval(lookIfEnded, LOOK_EVERY);
    addEventListener('focus', lookIfEnded);
    return () => {
      channel.close();
      forget();
      clearInterval(timer);
      removeEventListener('focus', lookIfEnded);
    };
  }, [client]);
}
