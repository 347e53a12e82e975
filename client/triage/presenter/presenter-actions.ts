import { type Mark, type NoteChange, noteOf } from '../../../contract/meeting/index.ts';
import { currentPosition, ticketAtPosition } from '../model/local-meeting.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import type { MeetingSession } from '../session/meeting-session.ts';

/** The presenter's actions. Each returns the announcement for screen readers; '' where the screen says it itself. */
export interface PresenterActions {
  /** Shows the ticket that many places further on. */
  readonly step: (by: number) => string;
  /** Shows the ticket at a position, from 1. */
  readonly jump: (place: number) => string;
  readonly go: (ticket: number) => string;
  /** Sets a ticket's mark, or takes it off again; a skipped ticket gives way to the next. */
  readonly mark: (mark: Mark, ticket?: number) => string;
  /** Changes the note of the ticket that it was typed for, whichever is current by now. */
  readonly note: (change: NoteChange) => void;
  readonly undo: () => string;
}

/** Creates the actions of keys and buttons. */
export function presenterActions(session: MeetingSession): PresenterActions {
  const go = (ticket: number) => {
    session.goTo(ticket);
    return '';
  };
  const jump = (position: number) => go(ticketAtPosition(session.read(), position));
  return {
    go,
    jump,
    step: (by) => jump(currentPosition(session.read()) + by),
    mark(mark, ticket = session.read().view.current) {
      const meeting = session.read();
      const after = noteOf(meeting, ticket).mark === mark ? null : mark;
      void session.dispatch({ type: 'set-mark', ticket, mark: after });
      if (after === null) return `${MARK_STYLES[mark].done}: taken off`;
      if (after === 'skipped' && ticket === meeting.view.current) jump(currentPosition(meeting) + 1);
      return `Ticket ${ticket}: ${MARK_STYLES[mark].done}`;
    },
    note: (change) => void session.dispatch(change),
    undo() {
      const undone = session.undo();
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
