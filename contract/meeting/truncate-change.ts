import { isDay } from '../dates.ts';
import type { MeetingChange } from './change.ts';
import { MAX_TEXT } from './limits.ts';
import { truncateText, truncateTicket } from './truncate-ticket.ts';

/** A change whose texts are no longer than a meeting's: an input method may leave more in a field than it takes. */
export function truncateChange(change: MeetingChange): MeetingChange {
  switch (change.type) {
    case 'set-decision':
      return { ...change, decision: truncateText(change.decision, MAX_TEXT.decision) };
    case 'set-owner':
      return { ...change, owner: truncateText(change.owner, MAX_TEXT.owner) };
    case 'set-due':
      return { ...change, due: isDay(change.due) ? change.due : '' };
    case 'add-items':
      return { ...change, tickets: change.tickets.map(truncateTicket) };
    default:
      return change;
  }
}
