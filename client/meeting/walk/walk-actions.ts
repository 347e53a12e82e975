import { serverNow } from '../../clock/server-clock.ts';
import { placeOfCurrent, ticketAt } from '../record/change.ts';
import { emptyNote, type Mark, type Note } from '../record/meeting.ts';
import type { Session } from '../session/session.ts';
import { MARK_LOOKS } from './mark-looks.ts';

/** What can be done in a walk. Each answers what a screen reader is told; '' where the screen says it itself. */
export interface WalkActions {
  /** Puts up the ticket so many places further on. */
  readonly step: (by: number) => string;
  /** Puts up the ticket at a place, from 1. */
  readonly jump: (place: number) => string;
  readonly go: (ticket: number) => string;
  /** Sets a ticket's mark, or takes it off again; a skipped ticket gives way to the next. */
  readonly mark: (mark: Mark, ticket?: number) => string;
  /** Says something about a ticket: the one that it was typed for, whichever is up by now. */
  readonly note: (note: Partial<Omit<Note, 'ticket' | 'mark'>>, ticket: number) => void;
  readonly undo: () => string;
}

/** The ways in which keys and buttons change the meeting. */
export function walkActions(session: Session): WalkActions {
  const go = (ticket: number) => {
    session.change({ kind: 'go', ticket, at: new Date(serverNow()).toISOString() });
    return '';
  };
  const jump = (place: number) => go(ticketAt(session.read().head, place));
  return {
    go,
    jump,
    step: (by) => jump(placeOfCurrent(session.read().head) + by),
    mark(mark, ticket = session.read().head.current) {
      const { head, notes } = session.read();
      const before = (notes.get(ticket) ?? emptyNote(ticket)).mark;
      const after = before === mark ? null : mark;
      session.change({ kind: 'note', ticket, note: { mark: after } });
      if (after === null) return `${MARK_LOOKS[mark].done}: taken off`;
      if (after === 'skipped' && ticket === head.current) jump(placeOfCurrent(head) + 1);
      return `Ticket ${ticket}: ${MARK_LOOKS[mark].done}`;
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
