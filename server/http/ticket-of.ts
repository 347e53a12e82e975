import type { Ticket } from '../../contract/index.ts';
import { findTicket, type Snapshot } from '../snapshot/snapshot.ts';
import { HttpProblem } from './problem.ts';

/** The id that a part of an address names; null for what is none. */
export function ticketIdOf(part: string): number | null {
  return /^(0|[1-9]\d{0,15})$/.test(part) ? Number(part) : null;
}

/** The ticket that a part of an address names; null when the snapshot has none. */
export function findListed(snapshot: Snapshot, part: string): Ticket | null {
  const id = ticketIdOf(part);
  return id === null ? null : findTicket(snapshot, id);
}

/** The error of an address that names no ticket. */
export function unknownTicket(snapshot: Snapshot | null): HttpProblem {
  const among = `${snapshot?.whole ? 'all' : 'the'} ${snapshot?.tickets.length ?? 0} tickets read so far`;
  return new HttpProblem('unknown-ticket', `There is no ticket of that id among ${among}.`);
}
