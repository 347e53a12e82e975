import { queryOptions } from '@tanstack/react-query';
import { type OpenSessions, routes } from '../../contract/index.ts';
import type { Shape } from './answer-shapes.ts';
import { deleteAt } from './delete.ts';
import { request } from './request.ts';

const SESSIONS: Shape<OpenSessions> = {
  everybody: 'boolean',
  total: 'number',
  sessions: [
    {
      id: 'string',
      person: { id: 'string', name: 'string' },
      isCurrent: 'boolean',
      createdAt: 'string',
      seenAt: 'string',
      endsAt: 'string',
    },
  ],
};

/** The reader's sessions, and everybody's for who is admin of all workspaces; the last seen first. */
export function sessionsQuery() {
  return queryOptions({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => request<OpenSessions>(routes.sessions(), { shape: SESSIONS, signal }),
    refetchOnWindowFocus: 'always',
  });
}

/** Ends a session at once. */
export function endSession(id: string): Promise<void> {
  return deleteAt(routes.session(id));
}
