import { serverNow } from '../../clock/server-clock.ts';
import { applyChange, type Change } from '../model/apply-change.ts';
import { emptyNote, type Meeting, type Note } from '../model/meeting.ts';
import type { MeetingStore } from '../store/meeting-store.ts';
import { openMeetingChannel } from './meeting-channel.ts';
import { createWriteQueue, type SavingState } from './write-queue.ts';

/** A meeting that this window presents: changed here, saved at once and sent to the windows that follow. */
export interface Session {
  readonly read: () => Meeting;
  readonly saving: () => SavingState;
  /** Subscribes to changes of the meeting and of its saving; returns the unsubscriber. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly change: (change: Change) => void;
  /** Reverts the last change of a note and shows its ticket; null when there is none. */
  readonly undo: () => Undone | null;
  /** Ends a step of undo: the next keystroke begins another. */
  readonly settle: () => void;
  readonly retry: () => void;
  readonly flush: () => Promise<void>;
  /** Saves what is pending, and ends. */
  readonly close: () => Promise<void>;
}

/** The part of a note that was reverted. */
interface Undone {
  readonly ticket: number;
  readonly part: 'mark' | 'decision' | 'owner' | 'due';
}

interface Step extends Undone {
  readonly before: Note;
  /** Whether more keystrokes in the same field belong to it. */
  open: boolean;
}

/** The most steps that are remembered. */
const MAX_STEPS = 500;

interface SessionOptions {
  readonly store: MeetingStore;
  readonly meeting: Meeting;
  /** Called when another window wants to present the meeting. */
  readonly onHandOver: () => void;
}

export function openSession({ store, meeting: initial, onHandOver }: SessionOptions): Session {
  let meeting = initial;
  const { id } = initial.head;
  const steps: Step[] = [];
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  const channel = openMeetingChannel(id, ({ kind }) => {
    if (kind === 'ask') channel.send({ kind: 'head', head: meeting.head });
    if (kind === 'give') onHandOver();
  });
  const queue = createWriteQueue({
    store,
    id,
    read: () => meeting,
    onState: notify,
    onSaved: () => channel.send({ kind: 'saved' }),
  });

  const commit = (next: Meeting) => {
    const before = meeting;
    if (next === before) return;
    meeting = next;
    const notes = [...next.notes.values()].filter((note) => before.notes.get(note.ticket) !== note);
    const tickets = [...next.tickets.values()].filter((ticket) => !before.tickets.has(ticket.id));
    const head = next.head === before.head ? undefined : next.head;
    queue.save({ notes, tickets, ...(head !== undefined && { head }) });
    if (head !== undefined) channel.send({ kind: 'head', head });
    notify();
  };

  const recordStep = (change: Change) => {
    if (change.kind !== 'note') {
      settle();
      return;
    }
    const part = partOf(change.note);
    const last = steps.at(-1);
    if (last?.open && part !== 'mark' && last.ticket === change.ticket && last.part === part) return;
    const before = meeting.notes.get(change.ticket) ?? emptyNote(change.ticket);
    steps.push({ ticket: change.ticket, part, before, open: true });
    if (steps.length > MAX_STEPS) steps.shift();
  };
  const settle = () => {
    const last = steps.at(-1);
    if (last !== undefined) last.open = false;
  };

  channel.send({ kind: 'head', head: meeting.head });
  return {
    read: () => meeting,
    saving: queue.state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    change(change) {
      recordStep(change);
      commit(applyChange(meeting, change));
    },
    undo() {
      const step = steps.pop();
      if (step === undefined) return null;
      const { ticket, before, part } = step;
      const restored = applyChange(meeting, { kind: 'note', ticket, note: before });
      // As it was: the rule that a decision marks its ticket is for new decisions.
      const exact = { ...restored, notes: new Map(restored.notes).set(ticket, before) };
      commit(applyChange(exact, { kind: 'go', ticket, at: new Date(serverNow()).toISOString() }));
      return { ticket, part };
    },
    settle,
    retry: queue.retry,
    flush: queue.flush,
    async close() {
      await queue.flush();
      channel.close();
    },
  };
}

function partOf(note: Partial<Note>): Undone['part'] {
  if (note.decision !== undefined) return 'decision';
  if (note.owner !== undefined) return 'owner';
  return note.due === undefined ? 'mark' : 'due';
}
