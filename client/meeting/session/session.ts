import { serverNow } from '../../clock/server-clock.ts';
import { applyChange, type Change } from '../record/change.ts';
import { emptyNote, type Meeting, type Note } from '../record/meeting.ts';
import type { MeetingStore } from '../store/store.ts';
import { openWire } from './messages.ts';
import { createWriter, type Saving } from './writer.ts';

/** A meeting that this window leads: it is changed here, kept at once, and told to the windows that follow. */
export interface Session {
  readonly read: () => Meeting;
  readonly saving: () => Saving;
  /** Calls back after every change of the meeting or of its being kept, until the answer is called. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly change: (change: Change) => void;
  /** Takes back what was last said about a ticket, and puts that ticket up; null when there is nothing to take back. */
  readonly undo: () => Undone | null;
  /** After it, the next keystroke is another thing to take back. */
  readonly settle: () => void;
  readonly retry: () => void;
  readonly flush: () => Promise<void>;
  /** Keeps what waits, and ends. */
  readonly close: () => Promise<void>;
}

/** What was taken back. */
interface Undone {
  readonly ticket: number;
  readonly part: 'mark' | 'decision' | 'owner' | 'due';
}

interface Step extends Undone {
  readonly before: Note;
  /** Whether more keystrokes in the same field belong to it. */
  open: boolean;
}

/** More than anybody takes back. */
const MOST_STEPS = 500;

interface SessionOptions {
  readonly store: MeetingStore;
  readonly meeting: Meeting;
  /** Called when another window wants to lead the meeting. */
  readonly onGive: () => void;
}

export function openSession({ store, meeting: kept, onGive }: SessionOptions): Session {
  let meeting = kept;
  const { id } = kept.head;
  const steps: Step[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  const wire = openWire(id, ({ kind }) => {
    if (kind === 'ask') wire.send({ kind: 'head', head: meeting.head });
    if (kind === 'give') onGive();
  });
  const writer = createWriter({
    store,
    id,
    read: () => meeting,
    onState: tell,
    onSaved: () => wire.send({ kind: 'saved' }),
  });

  const become = (next: Meeting) => {
    const before = meeting;
    if (next === before) return;
    meeting = next;
    const notes = [...next.notes.values()].filter((note) => before.notes.get(note.ticket) !== note);
    const tickets = [...next.tickets.values()].filter((ticket) => !before.tickets.has(ticket.id));
    const head = next.head === before.head ? undefined : next.head;
    writer.save({ notes, tickets, ...(head !== undefined && { head }) });
    if (head !== undefined) wire.send({ kind: 'head', head });
    tell();
  };

  const remember = (change: Change) => {
    if (change.kind !== 'note') {
      settle();
      return;
    }
    const part = partOf(change.note);
    const last = steps.at(-1);
    if (last?.open && part !== 'mark' && last.ticket === change.ticket && last.part === part) return;
    const before = meeting.notes.get(change.ticket) ?? emptyNote(change.ticket);
    steps.push({ ticket: change.ticket, part, before, open: true });
    if (steps.length > MOST_STEPS) steps.shift();
  };
  const settle = () => {
    const last = steps.at(-1);
    if (last !== undefined) last.open = false;
  };

  wire.send({ kind: 'head', head: meeting.head });
  return {
    read: () => meeting,
    saving: writer.state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    change(change) {
      remember(change);
      become(applyChange(meeting, change));
    },
    undo() {
      const step = steps.pop();
      if (step === undefined) return null;
      const { ticket, before, part } = step;
      const restored = applyChange(meeting, { kind: 'note', ticket, note: before });
      // As it was: the rule that a decision marks its ticket is for new decisions.
      const exact = { ...restored, notes: new Map(restored.notes).set(ticket, before) };
      become(applyChange(exact, { kind: 'go', ticket, at: new Date(serverNow()).toISOString() }));
      return { ticket, part };
    },
    settle,
    retry: writer.retry,
    flush: writer.flush,
    async close() {
      await writer.flush();
      wire.close();
    },
  };
}

function partOf(note: Partial<Note>): Undone['part'] {
  if (note.decision !== undefined) return 'decision';
  if (note.owner !== undefined) return 'owner';
  return note.due === undefined ? 'mark' : 'due';
}
