import type { Head, Meeting, Note } from '../model/meeting.ts';
import type { MeetingStore, Part } from '../store/meeting-store.ts';

/** The state of saving; a failure has its reason as a sentence. */
export type SavingState = 'saved' | 'saving' | { readonly failed: string };

/** A queue that saves changes of a meeting in order. */
export interface WriteQueue {
  readonly state: () => SavingState;
  /** Queues a part behind all parts before it. */
  readonly save: (part: Part) => void;
  /** Writes everything that is pending at once: the page may be about to close. Resolves when all is saved or has failed. */
  readonly flush: () => Promise<void>;
  /** Saves the whole meeting as it is now, after a failure. */
  readonly retry: () => void;
}

interface WriteQueueOptions {
  readonly store: MeetingStore;
  readonly id: string;
  /** The meeting as it is now. */
  readonly read: () => Meeting;
  readonly onState: () => void;
  /** Called after something was saved. */
  readonly onSaved: () => void;
}

/** Creates the queue. One write is in flight at a time; what comes meanwhile is written together after it. */
export function createWriteQueue({ store, id, read, onState, onSaved }: WriteQueueOptions): WriteQueue {
  let state: SavingState = 'saved';
  let waiting: Part | null = null;
  let running: Promise<void> | null = null;
  let inFlight = 0;
  const setState = (next: SavingState) => {
    state = next;
    onState();
  };

  const write = async (job: () => Promise<void>) => {
    inFlight++;
    const failed = await job().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    inFlight--;
    if (failed !== null) {
      // What was not kept is in the meeting still: another try writes it whole.
      waiting = null;
      return setState({ failed });
    }
    onSaved();
    if (waiting === null && inFlight === 0) setState('saved');
  };
  const next = (): Promise<void> => {
    if (waiting === null) return Promise.resolve();
    const part = waiting;
    waiting = null;
    return write(() => store.update(id, part, read().head.term));
  };
  const start = (job: () => Promise<void>) => {
    const mine: Promise<void> = job().then(() => {
      if (running !== mine) return;
      running = null;
      if (waiting !== null) start(next);
    });
    running = mine;
  };
  const retry = () => {
    setState('saving');
    start(() => write(() => store.write(read())));
  };

  return {
    state: () => state,
    save(part) {
      // After a failure a part alone would leave a hole.
      if (typeof state === 'object') return retry();
      waiting = join(waiting, part);
      setState('saving');
      if (running === null) start(next);
    },
    async flush() {
      const before = running;
      const last = next();
      await Promise.all([before, last]);
    },
    retry,
  };
}

/** Two parts as one, the later taking the place of the earlier. */
function join(before: Part | null, after: Part): Part {
  if (before === null) return after;
  const head: Head | undefined = after.head ?? before.head;
  const notes = new Map<number, Note>(
    [...(before.notes ?? []), ...(after.notes ?? [])].map((note) => [note.ticket, note]),
  );
  return {
    ...(head !== undefined && { head }),
    notes: [...notes.values()],
    tickets: [...(before.tickets ?? []), ...(after.tickets ?? [])],
  };
}
