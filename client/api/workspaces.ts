import { queryOptions } from '@tanstack/react-query';
import { routes, workspacesAnswerSchema } from '../../contract/index.ts';
import { request } from './request.ts';

/** Which workspaces there are, and whether their tickets are real. It does not change while the server runs. */
export function workspacesQuery() {
  return queryOptions({
    queryKey: ['workspaces'],
    queryFn: ({ signal }) => request(routes.workspaces(), { schema: workspacesAnswerSchema, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
