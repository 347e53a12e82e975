import { queryOptions } from '@tanstack/react-query';
import { routes, type TicketHistory } from '../../contract/index.ts';
import { TICKET_HISTORY } from './answer-shapes.ts';
import { request } from './request.ts';

/** The recorded changes of a ticket, asked for anew with each snapshot. */
export function ticketHistoryQuery(workspace: string, id: number, snapshot: number | null) {
  return queryOptions({
    queryKey: ['history', workspace, id, snapshot],
    queryFn: ({ signal }) =>
      request<TicketHistory>(routes.history(workspace, id), { shape: TICKET_HISTORY, signal }),
  });
}
