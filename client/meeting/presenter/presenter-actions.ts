import { serverNow } from '../../clock/server-clock.ts';
import { currentPosition, ticketAtPosition } from '../model/apply-change.ts';
import { emptyNote, type Mark, type Note } from '../model/meeting.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import type { Session } from '../session/session.ts';

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
  readonly note: (note: Partial<Omit<Note, 'ticket' | 'mark'>>, ticket: number) => void;
  readonly undo: () => string;
}

/** Creates the actions of keys and buttons. */
export function presenterActions(session: Session): PresenterActions {
  const go = (ticket: number) => {
    session.change({ kind: 'go', ticket, at: new Date(serverNow()).toISOString() });
    return '';
  };
  const jump = (place: number) => go(ticketAtPosition(session.read().head, place));
  return {
    go,
    jump,
    step: (by) => jump(currentPosition(session.read().head) + by),
    mark(mark, ticket = session.read().head.current) {
      const { head, notes } = session.read();
      const before = (notes.get(ticket) ?? emptyNote(ticket)).mark;
      const after = before === mark ? null : mark;
      session.change({ kind: 'note', ticket, note: { mark: after } });
      if (after === null) return `${MARK_STYLES[mark].done}: taken off`;
      if (after === 'skipped' && ticket === head.current) jump(currentPosition(head) + 1);
      return `Ticket ${ticket}: ${MARK_STYLES[mark].done}`;
    },
    note: (note, ticket) => session.change({ kind: 'note', ticket, note }),
    undo() {
      const undone = session.undo();
      return undone === null
        ? 'There is nothing to take back'
        : `Taken back: ${UNDONE[undone.part]} of ticket ${undone.ticket}`;
    },
  };
}

const UNDONE = { mark: 'the mark', decision: 'the decision', owner: 'who does it', due: 'by when' } as const;
