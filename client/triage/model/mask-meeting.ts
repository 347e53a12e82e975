import { useMemo } from 'react';
import { maskTicket, type Ticket } from '../../../contract/index.ts';
import type { Meeting } from '../../../contract/meeting/index.ts';
import type { LocalMeeting } from './local-meeting.ts';

/** A meeting as it may be shown: its customers hidden where that is wanted. What was typed stays as typed. */
export function maskMeeting<Any extends Meeting>(meeting: Any, masked: boolean): Any {
  return masked ? { ...meeting, tickets: maskAll(meeting.tickets) } : meeting;
}

/** The tickets of a meeting as they may be shown now. */
export function useVisibleTickets({ view: { masked }, tickets }: LocalMeeting): ReadonlyMap<number, Ticket> {
  return useMemo(() => (masked ? maskAll(tickets) : tickets), [tickets, masked]);
}

const masked = new WeakMap<Ticket, Ticket>();

/** A ticket without its customer's names, found out once: long words take their time. */
export function maskedTicket(ticket: Ticket): Ticket {
  const known = masked.get(ticket) ?? maskTicket(ticket);
  masked.set(ticket, known);
  return known;
}

function maskAll(tickets: ReadonlyMap<number, Ticket>): ReadonlyMap<number, Ticket> {
  return new Map([...tickets].map(([id, ticket]) => [id, maskedTicket(ticket)]));
}
