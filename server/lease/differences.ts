import type { Ticket } from '../../contract/index.ts';
import { isSameTicket } from '../snapshot/same-ticket.ts';

/** The differences of a list of tickets from another. */
export interface Differences {
  /** Tickets that are new, or not as they were. */
  readonly changed: readonly Ticket[];
  /** Ids of those that are not there any more. */
  readonly gone: readonly number[];
}

/** Compares two lists of tickets, both by ascending id. */
export function differences(before: readonly Ticket[], after: readonly Ticket[]): Differences {
  const changed: Ticket[] = [];
  const gone: number[] = [];
  let place = 0;
  for (const ticket of after) {
    let old = before[place];
    for (; old !== undefined && old.id < ticket.id; old = before[++place]) gone.push(old.id);
    if (old?.id === ticket.id) place++;
    if (old === undefined || old.id !== ticket.id || (old !== ticket && !isSameTicket(old, ticket))) {
      changed.push(ticket);
    }
  }
  for (const { id } of before.slice(place)) gone.push(id);
  return { changed, gone };
}

/** Applies differences to the list that they are from: the inverse of {@link differences}. */
export function applyDifferences(
  before: readonly Ticket[],
  { changed, gone }: Differences,
): readonly Ticket[] {
  const left = new Set(gone);
  for (const { id } of changed) left.add(id);
  const kept = before.filter(({ id }) => !left.has(id));
  if (changed.length === 0) return kept;
  return [...kept, ...changed].sort((a, b) => a.id - b.id);
}
