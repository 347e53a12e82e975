import type { Note } from '../../../contract/meeting/index.ts';
import type { ChangeResult, SavingState } from '../store/meeting-store.ts';
import { MeetingDeleted, MeetingLedElsewhere, type MeetingPart } from './meeting-database.ts';

/** A queue that saves changes of a meeting in order. */
export interface WriteQueue {
  readonly state: () => SavingState;
  /** Queues a part behind all parts before it. Resolves when it is saved or has failed. */
  readonly save: (part: MeetingPart) => Promise<ChangeResult>;
  /** Writes everything that is pending at once: the page may be about to close. Resolves when all is saved or has failed. */
  readonly flush: () => Promise<void>;
  /** Saves the whole meeting as it is now, after a failure. */
  readonly retry: () => void;
}

interface WriteQueueOptions {
  readonly writePart: (part: MeetingPart) => Promise<void>;
  /** Writes the meeting as it is now. */
  readonly writeAll: () => Promise<void>;
  readonly onState: () => void;
}

/** Creates the queue. One write is in flight at a time; what comes meanwhile is written together after it. */
export function createWriteQueue({ writePart, writeAll, onState }: WriteQueueOptions): WriteQueue {
  let state: SavingState = 'saved';
  let waiting: MeetingPart | null = null;
  let running: Promise<void> | null = null;
  let inFlight = 0;
  let settled: ((result: ChangeResult) => void)[] = [];
  const setState = (next: SavingState) => {
    state = next;
    if (next !== 'saving') {
      for (const settle of settled) settle(resultOf(next));
      settled = [];
    }
    onState();
  };

  const write = async (job: () => Promise<void>) => {
    inFlight++;
    const failure = await job().then(
      () => null,
      (error: unknown) => failureOf(error),
    );
    inFlight--;
    if (failure !== null) {
      // What was not saved is in the meeting still: another try writes it whole.
      waiting = null;
      return setState(failure);
    }
    if (waiting === null && inFlight === 0) setState('saved');
  };
  const next = (): Promise<void> => {
    if (waiting === null) return Promise.resolve();
    const part = waiting;
    waiting = null;
    return write(() => writePart(part));
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
    start(() => write(writeAll));
  };

  return {
    state: () => state,
    save(part) {
      const result = new Promise<ChangeResult>((resolve) => settled.push(resolve));
      // After a failure a part alone would leave a hole.
      if (typeof state === 'object') {
        retry();
        return result;
      }
      waiting = join(waiting, part);
      setState('saving');
      if (running === null) start(next);
      return result;
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
function join(before: MeetingPart | null, after: MeetingPart): MeetingPart {
  if (before === null) return after;
  const head = after.head ?? before.head;
  const notes = new Map<number, Note>(
    [...(before.notes ?? []), ...(after.notes ?? [])].map((note) => [note.ticket, note]),
  );
  return {
    ...(head !== undefined && { head }),
    notes: [...notes.values()],
    tickets: [...(before.tickets ?? []), ...(after.tickets ?? [])],
  };
}

function failureOf(error: unknown): Exclude<SavingState, string> {
  return {
    failed: error instanceof Error ? error.message : String(error),
    conflict: error instanceof MeetingLedElsewhere || error instanceof MeetingDeleted,
  };
}

function resultOf(state: Exclude<SavingState, 'saving'>): ChangeResult {
  if (state === 'saved') return { status: 'ok' };
  return { status: state.conflict ? 'conflict' : 'failure', reason: state.failed };
}
