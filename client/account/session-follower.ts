import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../api/me.ts';
import { session } from '../api/session.ts';
import { homeAddress } from '../base/base-path.ts';
import { storageOwner } from '../storage/owner.ts';
import { leaveFor } from './leave.ts';
import { onTabMessage, tellTabs } from './session-channel.ts';

interface SessionFollowerProps {
  /** Whether this page has been told who the reader is: the others may have waited for it. */
  readonly isSignedIn: boolean;
}

/**
 * Keeps all tabs of one opinion about the session, and goes on as soon as somebody is signed in. If it is somebody else,
 * nothing goes on with what is on screen: whoever shows it has to ask first. It looks when the reader comes back and when
 * another tab tells; a timer would bring up a browser's own question for a password again and again.
 */
export function SessionFollower({ isSignedIn }: SessionFollowerProps): null {
  const client = useQueryClient();
  useEffect(() => {
    const look = async () => {
      const me = await client.fetchQuery({ ...meQuery(), staleTime: 0 }).catch(() => null);
      const owner = storageOwner();
      if (me === null || (owner !== null && me.user?.id !== owner)) return;
      const wasEnded = session.isEnded();
      session.resume();
      if (wasEnded) tellTabs('signed-in');
    };
    const lookIfEnded = () => {
      if (session.isEnded() && document.visibilityState === 'visible') void look();
    };
    const ignore = onTabMessage((message) => {
      if (message === 'signed-in') void look();
      // Unlike an end that came by itself, it is meant.
      else if (message === 'signed-out') void leaveFor(homeAddress());
      else if (!session.isEnded()) void client.invalidateQueries({ queryKey: ['me'] });
    });
    const forget = session.subscribe(() => session.isEnded() && tellTabs('ended'));
    addEventListener('focus', lookIfEnded);
    return () => {
      ignore();
      forget();
      removeEventListener('focus', lookIfEnded);
    };
  }, [client]);
  useEffect(() => {
    if (isSignedIn) tellTabs('signed-in');
  }, [isSignedIn]);
  return null;
}
