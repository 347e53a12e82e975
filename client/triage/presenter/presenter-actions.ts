import {
  isVerdict,
  type Mark,
  type NoteChange,
  nextOpenTicket,
  noteOf,
  progressOf,
} from '../../../contract/meeting/index.ts';
import { currentPosition, ticketAtPosition } from '../model/local-meeting.ts';
import { doneLabel } from '../model/progress-label.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import type { MeetingSession } from '../session/meeting-session.ts';

/** The presenter's actions. Each returns the announcement for screen readers; '' where the screen says it itself. */
export interface PresenterActions {
  /** Shows the ticket that many places further on; behind the last one, the next that is parked. */
  readonly step: (by: number) => string;
  /** Shows the ticket at a position, from 1. */
  readonly jump: (place: number) => string;
  readonly go: (ticket: number) => string;
  /** Shows the next ticket that waits for a verdict. */
  readonly goToOpen: () => string;
  /** Sets a ticket's mark and goes on, or takes it off again where the reader has gone back to the ticket. */
  readonly mark: (mark: Mark, ticket?: number) => string;
  /** Goes on from a ticket whose note is complete, if it has a verdict by now. */
  readonly finish: () => string;
  /** Changes the note of the ticket that it was typed for, whichever is current by now. */
  readonly note: (change: NoteChange) => void;
  readonly undo: () => string;
}

interface ActionOptions {
  /** Whether every verdict goes on; to skip and to park always does. */
  readonly goesOn: () => boolean;
  /** Called when the last verdict of the meeting was given. */
  readonly onAllDone: () => void;
}

/** Creates the actions of keys and buttons. */
export function presenterActions(session: MeetingSession, options: ActionOptions): PresenterActions {
  const isOpen = (ticket: number) => !isVerdict(noteOf(session.read(), ticket).mark);
  const current = () => session.read().view.current;
  // Who has gone back to a ticket changes its mark and stays; one that came up without a verdict is done with it, also
  // when a decision has marked it meanwhile.
  let cameUpOpen = isOpen(current());
  const go = (ticket: number) => {
    session.goTo(ticket);
    cameUpOpen = isOpen(ticket);
    return '';
  };
  const jump = (position: number) => go(ticketAtPosition(session.read(), position));
  const goOn = (ticket: number) => {
    const next = nextOpenTicket(session.read(), ticket);
    if (next !== null) {
      go(next);
      return '';
    }
    const progress = progressOf(session.read());
    if (progress.done === progress.total) options.onAllDone();
    return `. ${doneLabel(progress)}`;
  };
  const setMark = (mark: Mark, ticket: number) => {
    const isFirst = ticket === current() && cameUpOpen;
    const after = !isFirst && noteOf(session.read(), ticket).mark === mark ? null : mark;
    void session.dispatch({ type: 'set-mark', ticket, mark: after });
    if (after === null) return `${MARK_STYLES[mark].done}: taken off`;
    const said = `Ticket ${ticket}: ${MARK_STYLES[mark].done}`;
    if (!isFirst) return said;
    cameUpOpen = false;
    return options.goesOn() || mark === 'skipped' || mark === 'parked' ? `${said}${goOn(ticket)}` : said;
  };
  return {
    go,
    jump,
    step(by) {
      const meeting = session.read();
      const place = currentPosition(meeting);
      const next = by > 0 && place === meeting.head.items.length ? nextOpenTicket(meeting, current()) : null;
      const isParked = next !== null && noteOf(meeting, next).mark === 'parked';
      return isParked ? go(next) : jump(place + by);
    },
    goToOpen() {
      const next = nextOpenTicket(session.read(), current());
      return next === null ? 'No other ticket waits for a verdict' : go(next);
    },
    mark: (mark, ticket = current()) => setMark(mark, ticket),
    finish() {
      const { mark } = noteOf(session.read(), current());
      return cameUpOpen && isVerdict(mark) ? setMark(mark, current()) : '';
    },
    note: (change) => void session.dispatch(change),
    undo() {
      const undone = session.undo();
      cameUpOpen = isOpen(current());
      return undone === null
        ? 'There is nothing to take back'
        : `Taken back: ${UNDONE_LABELS[undone.field]} of ticket ${undone.ticket}`;
    },
  };
}

const UNDONE_LABELS = {
  mark: 'the mark',
  decision: 'the decision',
  owner: 'the owner',
  due: 'the due date',
} as const;
