import { STATE_FIELDS } from '../../contract/index.ts';
import { countUntil, type RecordedHistory } from './recorded-history.ts';
import type { Pruning } from './recording.ts';

/** Plans to forget what is older than `before`, in epoch milliseconds; null when there is nothing. */
export function planPruning({ log, tickets, since }: RecordedHistory, before: number): Pruning | null {
  if (since === null || since >= before) return null;
  const states = new Map<number, number[]>();
  const changedTickets = log.ticket.all();
  const fields = log.field.all();
  const to = log.to.all();
  const dropped = countUntil(log.at.all(), before);
  for (let index = 0; index < dropped; index++) {
    const ticket = changedTickets[index] as number;
    const state = states.get(ticket) ?? tickets.first.map((column) => column.get(ticket));
    // The place after the last is that of `listed`, which is no part of the state.
    const place = fields[index] as number;
    if (place < STATE_FIELDS.length) state[place] = to[index] as number;
    states.set(ticket, state);
  }
  // A ticket that has changed since was listed since: nothing changes in one that is not.
  const changedSince = new Set(changedTickets.subarray(dropped));
  const isGone = (ticket: number) => tickets.listed.get(ticket) === 0 && !changedSince.has(ticket);
  const changed = [...states];
  return {
    before,
    states: changed
      .filter(([ticket]) => !isGone(ticket))
      .map(([ticket, state]) => ({ id: tickets.ids.get(ticket), state })),
    removed: changed.filter(([ticket]) => isGone(ticket)).map(([ticket]) => tickets.ids.get(ticket)),
  };
}
