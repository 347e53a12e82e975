import { queryOptions } from '@tanstack/react-query';
import { routes, ticketSchema } from '../../contract/index.ts';
import { request } from './request.ts';

/** One ticket by its id, from the newest snapshot. */
export function ticketQuery(workspace: string, id: number) {
  return queryOptions({
    queryKey: ['ticket', workspace, id],
    queryFn: ({ signal }) => request(routes.ticket(workspace, id), { schema: ticketSchema, signal }),
  });
}
