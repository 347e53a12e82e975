import type { Access, Principal } from '../access.ts';
import { readCookie, SESSION_COOKIE } from '../cookies.ts';
import { principalOf } from '../principal-of.ts';
import type { Session } from '../sessions/session-store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { WatchedRules } from '../watched-rules.ts';

/** Access by a session that somebody has begun at the identity provider. */
export function createOidcAccess(sessions: Sessions, rules: Pick<WatchedRules, 'current'>): Access {
  function signedIn(session: Session | null): Principal | null {
    return session === null ? null : principalOf(session.person, rules, session.hash);
  }

  return {
    kind: 'oidc',
    signOutUrl: '/auth/sign-out',
    contact: () => rules.current().contact,
    authenticate(request) {
      const token = readCookie(request, SESSION_COOKIE);
      const session = token === null ? null : sessions.find(token);
      return session instanceof Promise ? session.then(signedIn) : signedIn(session);
    },
  };
}
