import type { Role } from '../../contract/index.ts';
import type { Access, Principal } from '../access/access.ts';

/** A principal with a role in every workspace, or in those named. */
export function principal(roles: Role | Readonly<Record<string, Role>>, id = 'anna'): Principal {
  return {
    id,
    user: { id, name: 'Anna', email: 'anna@example.com' },
    identity: { id, name: 'Anna', email: 'anna@example.com', userName: null, groups: [] },
    session: null,
    roleIn: (workspace) => (typeof roles === 'string' ? roles : (roles[workspace] ?? null)),
  };
}

/** An access that knows whoever `who` tells, as each request is made. */
export function accessOf(who: () => Principal | null): Access {
  return {
    kind: 'oidc',
    authenticate: who,
    signOutUrl: '/auth/sign-out',
    contact: () => 'the help desk',
  };
}
