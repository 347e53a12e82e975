import { Router } from 'express';
import type { OpenSession, OpenSessions } from '../../contract/index.ts';
import type { Audit } from '../access/audit/audit.ts';
import type { Session } from '../access/sessions/session-store.ts';
import type { Sessions } from '../access/sessions/sessions.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { auditName, isAdminOfAll, personOf, principalOf, whoAsks } from './principal.ts';
import { HttpProblem, onlyMethods } from './problem.ts';
import { refuseChange, refuseReading } from './store-failing.ts';

interface SessionRoutesOptions {
  /** Null where people sign in elsewhere, or not at all. */
  readonly sessions: Pick<Sessions, 'list' | 'idOf' | 'endById'> | null;
  /** Null where nobody signs in. */
  readonly audit: Audit | null;
  readonly workspaces: readonly Pick<ServedWorkspace, 'workspace'>[];
}

/** Sessions of one answer: nobody reads through more. */
const LIMIT = 1_000;

/** The routes of sessions: one's own, and everybody's for who is admin of all workspaces. */
export function sessionRoutes({ sessions, audit, workspaces }: SessionRoutesOptions): Router {
  const ids = workspaces.map(({ workspace }) => workspace.id);
  const router = Router({ caseSensitive: true });

  function offered(): NonNullable<typeof sessions> {
    if (sessions !== null) return sessions;
    throw new HttpProblem('unknown-route', 'Loopdesk knows sessions where people sign in by OpenID Connect.');
  }

  router
    .route('/api/sessions')
    .get(async (_request, response) => {
      const kept = offered();
      const person = personOf(response);
      const everybody = isAdminOfAll(response, ids);
      const found = await kept.list(everybody ? null : person.id).catch(refuseReading);
      const { session } = principalOf(response);
      const body: OpenSessions = {
        everybody,
        total: found.length,
        sessions: found.slice(0, LIMIT).map((one) => openSessionOf(one, kept.idOf(one), session)),
      };
      response.set('Cache-Control', 'no-store').json(body);
    })
    .all(onlyMethods('GET', 'HEAD'));
  router
    .route('/api/sessions/:session')
    .delete(async (request, response) => {
      const kept = offered();
      const person = personOf(response);
      const whose = isAdminOfAll(response, ids) ? null : person.id;
      const ended = await kept.endById(request.params.session, whose).catch(refuseChange);
      if (ended === null) throw new HttpProblem('unknown-session', 'It may have ended by itself.');
      audit?.record({
        who: whoAsks(response),
        action: 'session-revoked',
        workspace: null,
        detail: { of: auditName(ended.person) },
      });
      response.set('Cache-Control', 'no-store').status(204).end();
    })
    .all(onlyMethods('DELETE'));
  return router;
}

function openSessionOf(
  { hash, person, createdAt, seenAt, endsAt }: Session,
  id: string,
  current: string | null,
): OpenSession {
  return {
    id,
    person: { id: person.id, name: auditName(person) },
    isCurrent: hash === current,
    createdAt: new Date(createdAt).toISOString(),
    seenAt: new Date(seenAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
  };
}
