import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ticketsQuery } from '../../api/tickets.ts';
import { useDesk } from '../../desk/desk-context.ts';

/** Where the open ticket is, and the ways from it. */
export interface Neighbours {
  /** The open ticket's place in the whole list, from 1; null when it is not on this page. */
  readonly place: number | null;
  readonly total: number;
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

/** The tickets before and after the open one, in the list's order and across its pages. */
export function useNeighbours(): Neighbours {
  const { view, list } = useDesk();
  const client = useQueryClient();
  const turning = useRef(false);
  const index = list?.tickets.findIndex((ticket) => ticket.id === view.ticket) ?? -1;
  if (list === null || index < 0)
    return { place: null, total: list?.page.total ?? 0, previous: null, next: null };

  const { tickets, page } = list;
  const openAt = (position: number) => {
    const ticket = tickets[position];
    if (ticket) view.open(ticket.id, { replace: true });
  };
  const openOnPage = async (number: number, end: 0 | -1) => {
    // An impatient second press must not turn twice.
    if (turning.current) return;
    turning.current = true;
    // A page that cannot be had is turned to all the same: the list there says what is wrong.
    const other = await client
      .fetchQuery(ticketsQuery(view.workspace, { ...view.question, page: number }))
      .catch(() => null);
    turning.current = false;
    view.turnTo(number, { ticket: other?.tickets.at(end)?.id ?? null });
  };
  const before = index > 0 ? () => openAt(index - 1) : () => openOnPage(page.number - 1, -1);
  const after = index < tickets.length - 1 ? () => openAt(index + 1) : () => openOnPage(page.number + 1, 0);
  const place = (page.number - 1) * page.perPage + index + 1;
  return {
    place,
    total: page.total,
    previous: place > 1 ? before : null,
    next: place < page.total ? after : null,
  };
}
