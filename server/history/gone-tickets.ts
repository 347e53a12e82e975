import type { RecordedHistory } from './recorded-history.ts';
import { placeOf } from './ticket-state.ts';

/**
 * The ids of the tickets that are listed no longer and left within a stretch of time, `after` exclusive and `until`
 * inclusive: epoch milliseconds.
 */
export function ticketsGone(
  { log, tickets }: RecordedHistory,
  { after, until }: { readonly after: number; readonly until: number },
): number[] {
  const leftAt = new Map<number, number>();
  const fields = log.field.all();
  const listed = placeOf('listed');
  for (let index = 0; index < fields.length; index++) {
    if (fields[index] === listed) leftAt.set(log.ticket.get(index), log.at.get(index));
  }
  return [...leftAt]
    .filter(([ticket, at]) => tickets.listed.get(ticket) === 0 && at > after && at <= until)
    .map(([ticket]) => tickets.ids.get(ticket));
}
