import type { Ticket } from '../../schemas/ticket.ts';
import type { Meeting, MeetingHead } from '../meeting.ts';
import { truncateTicket } from '../truncate-ticket.ts';

/** A meeting about these tickets, of which each id counts once. */
export function meetingWith(tickets: readonly Ticket[], head: Partial<MeetingHead> = {}): Meeting {
  const copies = new Map(tickets.map((ticket) => [ticket.id, truncateTicket(ticket)]));
  return {
    head: {
      id: '0123456789abcdef',
      workspace: '1',
      workspaceName: 'North',
      title: 'Wednesday triage',
      startedAt: '2026-02-04T12:00:00.000Z',
      endedAt: null,
      search: 'status=NEW',
      snapshot: { number: 1, takenAt: null, whole: true, loaded: null, total: null, matching: copies.size },
      items: [...copies.keys()].map((id) => ({ id, carriedOver: 0, added: false })),
      namesRemoved: false,
      follows: null,
      ...head,
    },
    tickets: copies,
    notes: new Map(),
  };
}
