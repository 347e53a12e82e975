import type { Head, Meeting, Note } from '../record/meeting.ts';
import type { MeetingStore, Part } from '../store/store.ts';

/** Whether everything is kept. A failure is told in a sentence. */
export type Saving = 'saved' | 'saving' | { readonly failed: string };

/** Keeps what changes of a meeting, in the order in which it changes. */
export interface Writer {
  readonly state: () => Saving;
  /** Takes a part to keep, after all that was given before. */
  readonly save: (part: Part) => void;
  /** Sends everything that waits, now: the page may be about to go. Resolves when all is kept or has failed. */
  readonly flush: () => Promise<void>;
  /** After a failure, keeps the meeting whole, as it is now. */
  readonly retry: () => void;
}

interface WriterOptions {
  readonly store: MeetingStore;
  readonly id: string;
  /** The meeting as it is now. */
  readonly read: () => Meeting;
  readonly onState: () => void;
  /** Called after something was kept. */
  readonly onSaved: () => void;
}

/** One write is on its way at a time; what comes meanwhile goes out together after it. */
export function createWriter({ store, id, read, onState, onSaved }: WriterOptions): Writer {
  let state: Saving = 'saved';
  let waiting: Part | null = null;
  let running: Promise<void> | null = null;
  let onTheirWay = 0;
  const setState = (next: Saving) => {
    state = next;
    onState();
  };

  const write = async (job: () => Promise<void>) => {
    onTheirWay++;
    const failed = await job().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    onTheirWay--;
    if (failed !== null) {
      // What was not kept is in the meeting still: another try writes it whole.
      waiting = null;
      return setState({ failed });
    }
    onSaved();
    if (waiting === null && onTheirWay === 0) setState('saved');
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
