import type { MeetingState, MeetingStore, OpenMeeting } from '../store/meeting-store.ts';

/** Has a meeting that was ended go on. Rejects with a sentence when it cannot. */
export async function reopenMeeting(store: MeetingStore, id: string): Promise<void> {
  const opened = store.present(id);
  try {
    const state = await settled(opened);
    if (state.status === 'error') throw state.error;
    if (state.status === 'missing') throw new Error('This meeting is no longer there.');
    const result = await opened.apply({ type: 'set-ended', endedAt: null });
    if (result.status !== 'ok') throw new Error(result.reason);
  } finally {
    await opened.close();
  }
}

/** The first state of a meeting that is not loading. */
function settled({ getState, subscribe }: OpenMeeting): Promise<MeetingState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = getState();
      if (state.status === 'loading') return;
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = subscribe(look);
    look();
  });
}
