import { queryOptions } from '@tanstack/react-query';
import { routes, type WorkspacesAnswer } from '../../contract/index.ts';
import { WORKSPACES } from './answer-shapes.ts';
import { request } from './request.ts';

/** Which workspaces there are, and whether their tickets are real. It does not change while the server runs. */
export function workspacesQuery() {
  return queryOptions({
    queryKey: ['workspaces'],
    queryFn: ({ signal }) => request<WorkspacesAnswer>(routes.workspaces(), { shape: WORKSPACES, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
