import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { trackNavigation } from '../../address/track-navigation.ts';
import { ticketsQuery } from '../../api/tickets.ts';
import { useListState, useOpenTicket, useShownList } from '../../workspace/workspace-context.ts';

/** Place of the open ticket in the list, and the ways from it. */
export interface Neighbours {
  /** The open ticket's place in the whole list, from 1; null when it is not on this page. */
  readonly place: number | null;
  readonly total: number;
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

/** The tickets before and after the open one, in the list's order and across its pages. */
export function useNeighbours(): Neighbours {
  const listState = useListState();
  const { list } = useShownList();
  const open = useOpenTicket();
  const goToPage = useGoToPage();
  const index = list?.tickets.findIndex((ticket) => ticket.id === open) ?? -1;
  if (list === null || index < 0)
    return { place: null, total: list?.page.total ?? 0, previous: null, next: null };

  const { tickets, page } = list;
  const openAt = (position: number) => {
    const ticket = tickets[position];
    if (ticket) listState.open(ticket.id, { replace: true });
  };
  const before = index > 0 ? () => openAt(index - 1) : () => void goToPage(page.number - 1, -1);
  const after =
    index < tickets.length - 1 ? () => openAt(index + 1) : () => void goToPage(page.number + 1, 0);
  const place = (page.number - 1) * page.perPage + index + 1;
  return {
    place,
    total: page.total,
    previous: place > 1 ? before : null,
    next: place < page.total ? after : null,
  };
}

/** Turns to a page with its first or last ticket open, unless the reader goes elsewhere before the page is there. */
function useGoToPage() {
  const listState = useListState();
  const client = useQueryClient();
  const latest = useRef(listState);
  useLayoutEffect(() => {
    latest.current = listState;
  }, [listState]);
  const underWay = useRef<(() => boolean) | null>(null);

  return async (page: number, end: 0 | -1) => {
    // An impatient second press must not turn twice; after a step elsewhere it is a new wish.
    if (underWay.current?.()) return;
    const isWanted = trackNavigation();
    underWay.current = isWanted;
    let apiQuery = latest.current.apiQuery;
    let tickets: readonly Ticket[] | null;
    do {
      apiQuery = latest.current.apiQuery;
      // A page that cannot be had is turned to all the same: the list there says what is wrong.
      tickets = await client
        .fetchQuery(
          ticketsQuery(listState.workspace, { ...apiQuery, page }, { ...latest.current.query, page }),
        )
        .then(
          (list) => list.tickets,
          () => null,
        );
      // Newer data may have come meanwhile: then the page is another one.
    } while (isWanted() && apiQuery.at !== null && apiQuery.at !== latest.current.apiQuery.at);
    if (underWay.current === isWanted) underWay.current = null;
    if (isWanted())
      latest.current.goToPage(page, tickets === null ? {} : { ticket: tickets.at(end)?.id ?? null });
  };
}
