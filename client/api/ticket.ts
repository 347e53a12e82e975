import { queryOptions } from '@tanstack/react-query';
import { routes, type Ticket } from '../../contract/index.ts';
import { TICKET } from './answer-shapes.ts';
import { request } from './request.ts';

/** One ticket by its id, from the newest snapshot. */
export function ticketQuery(workspace: string, id: number) {
  return queryOptions({
    queryKey: ['ticket', workspace, id],
    queryFn: ({ signal }) => request<Ticket>(routes.ticket(workspace, id), { shape: TICKET, signal }),
  });
}
