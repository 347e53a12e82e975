import type { RequestHandler, Response } from 'express';
import { isAtLeast, type Role } from '../../contract/index.ts';
import { principalOf } from './principal.ts';
import { HttpProblem } from './problem.ts';
import { matchRoute, ruleOf } from './route-rules.ts';

/**
 * Lets a request through to a route that serves its principal, ahead of every route. A workspace that somebody may not
 * see is answered as one that does not exist, whatever is asked of it.
 */
export const authorize: RequestHandler = (request, response, next) => {
  const match = matchRoute(`${request.baseUrl}${request.path}`);
  if (match === null) throw new HttpProblem('unknown-route', 'Nothing is served at this address.');
  const { workspace } = match;
  if (workspace !== null) {
    const role = principalOf(response).roleIn(workspace);
    if (role === null) throw unknownWorkspace();
    const rule = ruleOf(match, request.method);
    if (rule !== 'signed-in' && !isAtLeast(role, rule)) {
      throw new HttpProblem(
        'not-allowed',
        `This takes the role ${rule}; yours in this workspace is ${role}.`,
      );
    }
    response.locals.role = role;
  }
  next();
};

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
