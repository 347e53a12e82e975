import type { RequestHandler, Response } from 'express';
import { isAtLeast, type Role, strongerRole } from '../../contract/index.ts';
import { principalOf } from './principal.ts';
import { HttpProblem } from './problem.ts';
import { matchRoute, type Rule, ruleOf } from './route-rules.ts';

/**
 * Lets a request through to a route that serves its principal, ahead of every route. A workspace that somebody may not
 * see is answered as one that does not exist, whatever is asked of it.
 *
 * @param workspaces the ids that there are
 */
export function authorize(workspaces: ReadonlySet<string>): RequestHandler {
  return (request, response, next) => {
    const match = matchRoute(`${request.baseUrl}${request.path}`);
    if (match === null) throw new HttpProblem('unknown-route', 'Nothing is served at this address.');
    const { roleIn } = principalOf(response);
    const rule = ruleOf(match, request.method);
    const { workspace } = match;
    if (workspace === null) {
      requireRole(rule, [...workspaces].map(roleIn).reduce(strongerRole, null), 'your strongest');
    } else {
      const role = roleIn(workspace);
      if (role === null) throw unknownWorkspace();
      requireRole(rule, role, 'yours in this workspace');
      response.locals.role = role;
    }
    next();
  };
}

function requireRole(rule: Rule, role: Role | null, whose: string): void {
  if (rule === 'signed-in' || (role !== null && isAtLeast(role, rule))) return;
  const detail = `This takes the role ${rule}; ${role === null ? 'you have none' : `${whose} is ${role}`}.`;
  throw new HttpProblem('not-allowed', detail);
}

/**
 * The role of the principal in the workspace of the request that this response answers.
 *
 * @throws Error in a route that is not about a workspace, or that stands before {@link authorize}
 */
export function roleOf({ locals }: Pick<Response, 'locals'>): Role {
  const { role } = locals as { role?: Role };
  if (role === undefined) throw new Error('This route is served without a role in a workspace');
  return role;
}

/** The answer for a workspace that is not there, or not for this principal: nobody can tell which. */
export function unknownWorkspace(): HttpProblem {
  return new HttpProblem('unknown-workspace', 'Loopdesk is not set up for a workspace of that id.');
}
