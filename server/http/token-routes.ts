import { json, type Response, Router } from 'express';
import {
  type ApiToken,
  type ApiTokens,
  type CreatedToken,
  isAtLeast,
  newTokenSchema,
  type Role,
  strongerRole,
} from '../../contract/index.ts';
import type { Audit } from '../access/audit/audit.ts';
import type { StoredToken } from '../access/tokens/token-store.ts';
import type { Tokens } from '../access/tokens/tokens.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { LARGEST_BODY } from './limits.ts';
import { auditName, isAdminOfAll, personOf, principalOf, whoAsks } from './principal.ts';
import { HttpProblem, onlyMethods } from './problem.ts';
import { refuseChange, refuseReading } from './store-failing.ts';

interface TokenRoutesOptions {
  /** Null where nobody signs in, or nothing outlives the process. */
  readonly tokens: Tokens | null;
  /** Null where nobody signs in. */
  readonly audit: Audit | null;
  readonly workspaces: readonly Pick<ServedWorkspace, 'workspace'>[];
  readonly now: () => number;
}

/** The longest life of a token, and the most that a person has. */
const LONGEST_MS = 366 * 86_400_000;
const MOST = 50;

/** The form of an id. A database fails on some others. */
const TOKEN_ID = /^[\da-f-]{36}$/;

/** The routes of API tokens: one's own, and everybody's for who is admin of all workspaces. */
export function tokenRoutes({ tokens, audit, workspaces, now }: TokenRoutesOptions): Router {
  const ids = workspaces.map(({ workspace }) => workspace.id);
  const router = Router({ caseSensitive: true });

  function offered(): Tokens {
    if (tokens !== null) return tokens;
    const detail = 'API tokens need sign-in and a store that outlives the process.';
    throw new HttpProblem('unknown-route', detail);
  }

  /** The person whose tokens somebody may see and end; null for everybody's. */
  function reach(response: Response): string | null {
    const person = personOf(response);
    return isAdminOfAll(response, ids) ? null : person.id;
  }

  function strongestRole(response: Response): Role | null {
    const { roleIn } = principalOf(response);
    return ids.map((id) => roleIn(id)).reduce(strongerRole, null);
  }

  function note(
    response: Response,
    action: 'token-created' | 'token-revoked',
    detail: Readonly<Record<string, string>>,
  ): void {
    audit?.record({ who: whoAsks(response), action, workspace: null, detail });
  }

  /** Refuses a token that could do more than its maker. */
  function requireRole(response: Response, role: Role): void {
    const own = strongestRole(response);
    if (own === null || !isAtLeast(own, role)) {
      throw new HttpProblem('not-allowed', `A token may do no more than you: your role is ${own}.`);
    }
  }

  router
    .route('/api/tokens')
    .get(async (_request, response) => {
      const found = await offered().list(reach(response)).catch(refuseReading);
      const body: ApiTokens = { tokens: found.map(tokenOf) };
      response.set('Cache-Control', 'no-store').json(body);
    })
    .post(json({ limit: LARGEST_BODY }), async (request, response) => {
      const made = offered();
      const person = personOf(response);
      const { name, role, expiresAt } = readBody(request.body, now());
      requireRole(response, role);
      const created = await made.create({ person, name, role, expiresAt }, MOST).catch(refuseChange);
      if (created === null) {
        throw new HttpProblem('not-allowed', `You have ${MOST} tokens: end one that you do not need.`);
      }
      const { token, secret } = created;
      note(response, 'token-created', { id: token.id, role, expiresAt: new Date(expiresAt).toISOString() });
      const body: CreatedToken = { ...tokenOf(token), token: secret };
      response.status(201).set('Cache-Control', 'no-store').json(body);
    })
    .all(onlyMethods('GET', 'HEAD', 'POST'));
  router
    .route('/api/tokens/:token')
    .delete(async (request, response) => {
      const [made, whose, id] = [offered(), reach(response), request.params.token];
      const ended = TOKEN_ID.test(id) ? await made.revoke(id, whose).catch(refuseChange) : null;
      if (ended === null) throw new HttpProblem('unknown-token', 'You have no token of that id.');
      note(response, 'token-revoked', { id: ended.id, of: auditName(ended.person) });
      response.set('Cache-Control', 'no-store').status(204).end();
    })
    .all(onlyMethods('DELETE'));
  return router;
}

function readBody(body: unknown, now: number) {
  const parsed = newTokenSchema.safeParse(body);
  if (!parsed.success) {
    const keys = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the body'}: ${message}`,
    );
    throw new HttpProblem('invalid-body', `It takes name, role and expiresAt as JSON. ${keys.join('; ')}.`);
  }
  const expiresAt = Date.parse(parsed.data.expiresAt);
  if (expiresAt <= now || expiresAt > now + LONGEST_MS) {
    throw new HttpProblem('invalid-body', 'expiresAt must lie in the future, a year ahead at most.');
  }
  return { ...parsed.data, expiresAt };
}

function tokenOf({ id, name, role, person, createdAt, expiresAt, usedAt }: StoredToken): ApiToken {
  return {
    id,
    name,
    role,
    person: { id: person.id, name: person.name },
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    usedAt: usedAt === null ? null : new Date(usedAt).toISOString(),
  };
}
