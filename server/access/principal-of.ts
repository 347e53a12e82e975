import type { Principal } from './access.ts';
import { roleIn } from './grants.ts';
import type { Identity } from './identity.ts';
import type { WatchedRules } from './watched-rules.ts';

/** The principal that a person is, with the roles that the rules in force give them whenever they are asked for. */
export function principalOf(
  identity: Identity,
  rules: Pick<WatchedRules, 'current'>,
  session: string | null = null,
): Principal {
  const { id, name, email } = identity;
  return {
    id,
    user: { id, name, email },
    identity,
    session,
    roleIn: (workspace) => roleIn(rules.current().grants, identity, workspace),
  };
}
