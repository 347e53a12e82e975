import type { MeetingState, PresentedMeeting } from '../store/meeting-store.ts';
import { acquireLeaderLock } from './leader-lock.ts';
import { openMeetingChannel } from './meeting-channel.ts';
import type { MeetingDatabase } from './meeting-database.ts';
import { createObservable } from './observable.ts';
import { type Presentation, startPresentation } from './presentation.ts';
import { requestPersistence } from './storage-estimate.ts';

/** The time another window has to hand over, in milliseconds, before the lock is stolen. */
const HAND_OVER_MS = 1_500;

/** Presents a meeting in this window, or waits for the window that does to hand over. */
export function presentMeeting(database: MeetingDatabase, id: string): PresentedMeeting {
  const { getState, setState, subscribe } = createObservable<MeetingState>({ status: 'loading' });
  let presentation: Presentation | null = null;
  let leading = false;
  let attempt = 0;

  const stop = async () => {
    const ending = presentation;
    presentation = null;
    await ending?.close();
  };
  const handOver = () => {
    setState({ status: 'loading' });
    void stop().finally(() => lock.handOver());
  };
  const begin = async () => {
    const thisAttempt = ++attempt;
    // What another window has written last is read only now that it can write no more.
    const stored = await database.takeLead(id);
    if (!leading || thisAttempt !== attempt) return;
    if (stored === null) return setState({ status: 'missing' });
    const started = startPresentation({ database, stored, onLeadRequested: handOver });
    started.subscribe(() => started === presentation && setState(started.getState()));
    presentation = started;
    setState(started.getState());
    if (database.lasting) requestPersistence();
  };
  const lock = acquireLeaderLock(id, (status) => {
    leading = status === 'mine';
    if (leading) {
      begin().catch((error: Error) => setState({ status: 'error', error }));
      return;
    }
    void stop();
    setState({ status: 'elsewhere' });
  });

  const flush = () => void presentation?.flush();
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return {
    getState,
    subscribe,
    apply: async (change) =>
      presentation?.apply(change) ?? { status: 'conflict', reason: 'Another window presents this meeting.' },
    setView: (change) => presentation?.setView(change),
    retry: () => presentation?.retry(),
    takeOver() {
      const channel = openMeetingChannel(id, () => {});
      channel.send({ kind: 'request-lead' });
      channel.close();
      setTimeout(lock.steal, HAND_OVER_MS);
    },
    async close() {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      leading = false;
      await stop().finally(lock.release);
    },
  };
}
