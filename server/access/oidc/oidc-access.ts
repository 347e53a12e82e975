import type { Access, Principal } from '../access.ts';
import { readCookie, SESSION_COOKIE } from '../cookies.ts';
import { roleIn } from '../grants.ts';
import type { Session } from '../sessions/session-store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { WatchedRules } from '../watched-rules.ts';

/** Access by a session that somebody has begun at the identity provider. */
export function createOidcAccess(sessions: Sessions, rules: Pick<WatchedRules, 'current'>): Access {
  function principalOf(session: Session | null): Principal | null {
    if (session === null) return null;
    const { person } = session;
    const { id, name, email } = person;
    return {
      id,
      user: { id, name, email },
      roleIn: (workspace) => roleIn(rules.current().grants, person, workspace),
    };
  }

  return {
    kind: 'oidc',
    signOutUrl: '/auth/sign-out',
    contact: () => rules.current().contact,
    authenticate(request) {
      const token = readCookie(request, SESSION_COOKIE);
      const session = token === null ? null : sessions.find(token);
      return session instanceof Promise ? session.then(principalOf) : principalOf(session);
    },
  };
}
