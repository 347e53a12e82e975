import { useSyncExternalStore } from 'react';
import { session } from '../api/session.ts';

/** Whether the session has ended, live. */
export function useIsEnded(): boolean {
  return useSyncExternalStore(session.subscribe, session.isEnded);
}
