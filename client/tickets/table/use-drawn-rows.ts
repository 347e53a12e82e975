import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { Ticket, TicketList } from '../../../contract/index.ts';

/** How many rows are drawn at once: more than a screen shows, and few enough not to hold it up. */
const STEP = 50;

interface DrawnRows {
  /** The list that is drawn: the one before while a newer one is prepared. */
  readonly list: TicketList;
  readonly tickets: readonly Ticket[];
  /** How many rows of it are still to come. */
  readonly missing: number;
  readonly busy: boolean;
}

/**
 * The rows of a list, drawn in steps between which the screen stays alive: the ones in sight come first and soon,
 * and typing goes on while 200 of them come in.
 */
export function useDrawnRows(newest: TicketList): DrawnRows {
  const list = useDeferredValue(newest);
  const [drawn, setDrawn] = useState({ list, count: list.tickets.length });
  const count = hasSameRows(drawn.list, list) ? drawn.count : STEP;
  const missing = Math.max(0, list.tickets.length - count);
  useEffect(() => {
    if (missing > 0) startTransition(() => setDrawn({ list, count: count + STEP }));
  }, [list, count, missing]);
  const tickets = missing > 0 ? list.tickets.slice(0, count) : list.tickets;
  return { list, tickets, missing, busy: list !== newest || missing > 0 };
}

/** Whether the reader sees the same tickets in the same places: then none may go, not even for a moment. */
function hasSameRows(one: TicketList, other: TicketList): boolean {
  if (one === other) return true;
  const ids = one.tickets.map(({ id }) => id);
  return ids.length === other.tickets.length && other.tickets.every(({ id }, index) => id === ids[index]);
}
