import { weakerRole } from '../../../contract/index.ts';
import type { Access, Principal } from '../access.ts';
import { principalOf } from '../principal-of.ts';
import type { WatchedRules } from '../watched-rules.ts';
import { secretOf } from './token-secret.ts';
import type { StoredToken } from './token-store.ts';
import type { Tokens } from './tokens.ts';

/** Access by an API token where a request has one of ours, whatever else it has; else as before. */
export function withTokens(access: Access, tokens: Tokens, rules: Pick<WatchedRules, 'current'>): Access {
  function tokensPrincipal(token: StoredToken | null): Principal | null {
    if (token === null) return null;
    const maker = principalOf(token.person, rules);
    return {
      id: `token:${token.id}`,
      user: maker.user,
      // A token makes no tokens.
      identity: null,
      session: null,
      roleIn(workspace) {
        const role = maker.roleIn(workspace);
        return role === null ? null : weakerRole(role, token.role);
      },
    };
  }

  return {
    ...access,
    authenticate(request) {
      const secret = secretOf(request);
      if (secret === null) return access.authenticate(request);
      const token = tokens.find(secret);
      return token instanceof Promise ? token.then(tokensPrincipal) : tokensPrincipal(token);
    },
  };
}
