import { type Role, strongerRole } from '../../contract/index.ts';
import { foldCase, type Identity } from './identity.ts';

/** Those whom a grant is for. Texts are in lower case but for a group's name, which is the provider's own. */
export type Grantee =
  | { readonly kind: 'group' | 'user' | 'domain'; readonly name: string }
  | { readonly kind: 'everyone' };

/** A role in some workspaces for some people. */
export interface Grant {
  readonly who: Grantee;
  /** Ids; `*` for all there are. */
  readonly workspaces: readonly string[] | '*';
  readonly role: Role;
}

/** The role of a person in a workspace: that of their strongest grant; null for none. */
export function roleIn(grants: readonly Grant[], identity: Identity, workspace: string): Role | null {
  return grants
    .filter(
      ({ who, workspaces }) => isFor(who, identity) && (workspaces === '*' || workspaces.includes(workspace)),
    )
    .reduce<Role | null>((strongest, { role }) => strongerRole(strongest, role), null);
}

/** Whether any of these grants asks for a group. */
export function askGroups(grants: readonly Grant[]): boolean {
  return grants.some(({ who }) => who.kind === 'group');
}

function isFor(who: Grantee, { email, userName, groups }: Identity): boolean {
  const address = email === null ? null : foldCase(email);
  switch (who.kind) {
    case 'everyone':
      return true;
    case 'group':
      return groups.includes(who.name);
    case 'user':
      return address === who.name || (userName !== null && foldCase(userName) === who.name);
    case 'domain':
      // An address with another @ is told apart in several ways, and so is nobody's.
      return address !== null && address.split('@').length === 2 && address.endsWith(`@${who.name}`);
  }
}
