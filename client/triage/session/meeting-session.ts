import {
  changedFields,
  impliedChanges,
  inverseChange,
  isNoteChange,
  type MeetingChange,
  type MeetingField,
  type NoteChange,
  type NoteField,
  noteFieldOf,
} from '../../../contract/meeting/index.ts';
import { serverNow } from '../../clock/server-clock.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { ChangeResult, EditableMeeting, OpenMeeting, SavingState } from '../store/meeting-store.ts';

/** A meeting under way in this window, with undo. */
export interface MeetingSession extends Pick<EditableMeeting, 'setView' | 'retry'> {
  readonly read: () => LocalMeeting;
  readonly saving: () => SavingState;
  /** Subscribes to changes of the meeting and of its saving; returns the unsubscriber. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Makes a change, and the changes that follow from it. */
  readonly dispatch: (change: MeetingChange) => Promise<ChangeResult>;
  /** Shows a ticket. */
  readonly goTo: (ticket: number) => void;
  /** Reverts the last change of a note and shows its ticket; null when there is none. */
  readonly undo: () => UndoneChange | null;
  /** Ends a step of undo: the next keystroke begins another. */
  readonly settle: () => void;
}

/** The field of a note that was reverted. */
interface UndoneChange {
  readonly ticket: number;
  readonly field: NoteField;
}

/** A step of undo. */
interface UndoStep extends UndoneChange {
  /** By the field that each takes back, as it was before the step. */
  readonly inverses: Map<MeetingField, NoteChange>;
  /** Whether more keystrokes in the same field belong to it. */
  open: boolean;
}

/** The most steps that are remembered. */
const MAX_STEPS = 500;

/** Starts a session of a meeting that is ready to be changed. */
export function startSession(open: OpenMeeting & EditableMeeting): MeetingSession {
  let last = readyState(open);
  const ready = () => {
    const state = open.getState();
    if (state.status === 'ready') last = state;
    return last;
  };
  const read = () => ready().meeting;
  const steps: UndoStep[] = [];
  const settle = () => {
    const step = steps.at(-1);
    if (step !== undefined) step.open = false;
  };
  const stepOf = (change: NoteChange): UndoStep => {
    const field = noteFieldOf(change);
    const { ticket } = change;
    const step = steps.at(-1);
    if (step?.open && field !== 'mark' && step.ticket === ticket && step.field === field) return step;
    const next = { ticket, field, inverses: new Map(), open: true };
    steps.push(next);
    if (steps.length > MAX_STEPS) steps.shift();
    return next;
  };
  const remember = (change: MeetingChange, all: readonly MeetingChange[]) => {
    if (!isNoteChange(change)) return settle();
    const { inverses } = stepOf(change);
    for (const one of all) {
      const [field] = changedFields(one);
      const inverse = inverseChange(read(), one);
      if (field !== undefined && inverse !== null && !inverses.has(field)) inverses.set(field, inverse);
    }
  };

  const goTo = (ticket: number) => {
    if (read().view.current === ticket) return;
    open.setView({ current: ticket, currentSince: new Date(serverNow()).toISOString() });
  };
  return {
    read,
    saving: () => ready().saving,
    subscribe: open.subscribe,
    setView: open.setView,
    retry: open.retry,
    async dispatch(change) {
      const all = [change, ...impliedChanges(read(), change)];
      remember(change, all);
      const results = await Promise.all(all.map(open.apply));
      return results.find(({ status }) => status !== 'ok') ?? { status: 'ok' };
    },
    goTo(ticket) {
      settle();
      goTo(ticket);
    },
    undo() {
      const step = steps.pop();
      if (step === undefined) return null;
      for (const inverse of step.inverses.values()) void open.apply(inverse);
      goTo(step.ticket);
      return { ticket: step.ticket, field: step.field };
    },
    settle,
  };
}

function readyState(open: OpenMeeting) {
  const state = open.getState();
  if (state.status !== 'ready') throw new RangeError('The meeting is not ready.');
  return state;
}
