import type { RequestHandler, Response } from 'express';
import { type Access, KeysFailing, type Principal } from '../access/access.ts';
import type { Identity } from '../access/identity.ts';
import { HttpProblem } from './problem.ts';

/** Lets only requests of a known principal through, and keeps it for the routes behind: {@link principalOf}. */
export function requirePrincipal(access: Access): RequestHandler {
  return (request, response, next) => {
    const accept = (principal: Principal | null) => {
      if (principal === null) {
        throw new HttpProblem('not-signed-in', 'Sign in, and ask again.', { access: access.kind });
      }
      response.locals.principal = principal;
      next();
    };
    const found = access.authenticate(request);
    // Most are known at once, and a promise costs every request a turn.
    return found instanceof Promise ? found.then(accept, refuse) : accept(found);
  };
}

/** Tells somebody who may well be signed in that nobody can check it. */
function refuse(error: unknown): never {
  if (!(error instanceof KeysFailing)) throw error;
  const detail =
    'The keys by which Loopdesk checks what your sign-in says cannot be had. Loopdesk tries again with each request; ' +
    'whoever runs it finds the reason in its log.';
  throw new HttpProblem('keys-failing', detail, { headers: { 'Retry-After': '10' } });
}

/**
 * The principal of the request that this response answers.
 *
 * @throws Error in a route that stands before {@link requirePrincipal}
 */
export function principalOf({ locals }: Pick<Response, 'locals'>): Principal {
  const { principal } = locals as { principal?: Principal };
  if (principal === undefined) throw new Error('This route is served before anybody was authenticated');
  return principal;
}

/** The principal as the audit log names it. */
export function whoAsks(response: Pick<Response, 'locals'>): { readonly id: string; readonly name: string } {
  const { id, user } = principalOf(response);
  return { id, name: user === null ? id : auditName(user) };
}

/** The name of a person in the audit log. */
export function auditName({ email, name }: Pick<Identity, 'email' | 'name'>): string {
  return email ?? name;
}

/** Whether the principal is admin of all workspaces: what is of none in particular is theirs to look after. */
export function isAdminOfAll(response: Pick<Response, 'locals'>, workspaces: readonly string[]): boolean {
  const { roleIn } = principalOf(response);
  return workspaces.length > 0 && workspaces.every((id) => roleIn(id) === 'admin');
}

/** The person that asks, by themselves. @throws HttpProblem `not-allowed` for a program */
export function personOf(response: Pick<Response, 'locals'>): Identity {
  const { identity } = principalOf(response);
  if (identity === null) throw new HttpProblem('not-allowed', 'Sign in yourself: a token cannot do this.');
  return identity;
}
