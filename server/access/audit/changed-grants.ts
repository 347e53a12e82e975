import { type Role, strongerRole } from '../../../contract/index.ts';
import type { Grant, Grantee } from '../grants.ts';
import type { Audit } from './audit.ts';

/** A role that some people had or have got in a workspace; null is none. */
interface ChangedGrant {
  /** As the file has it: `group:cx-leads`. */
  readonly grantee: string;
  /** An id; `*` for all there are. */
  readonly workspace: string;
  readonly before: Role | null;
  readonly after: Role | null;
}

/** The differences between two files. What is only written otherwise, such as in another order, is none. */
export function changedGrants(before: readonly Grant[], after: readonly Grant[]): readonly ChangedGrant[] {
  const [old, current] = [rolesOf(before), rolesOf(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), current.get(key)];
    const { grantee, workspace } = (is ?? was) as Granted;
    const change = { grantee, workspace, before: was?.role ?? null, after: is?.role ?? null };
    return change.before === change.after ? [] : [change];
  });
}

/** Writes down which grants have changed. Nobody knows who has edited the file. */
export function auditChangedGrants(
  audit: Pick<Audit, 'record'>,
  before: readonly Grant[],
  after: readonly Grant[],
): void {
  for (const change of changedGrants(before, after)) {
    audit.record({
      who: null,
      action: 'permission-changed',
      workspace: change.workspace === '*' ? null : change.workspace,
      detail: {
        grantee: change.grantee,
        before: change.before ?? 'none',
        after: change.after ?? 'none',
      },
    });
  }
}

interface Granted extends Pick<ChangedGrant, 'grantee' | 'workspace'> {
  readonly role: Role | null;
}

/** The strongest role by grantee and workspace: weaker ones beside it say nothing. */
function rolesOf(grants: readonly Grant[]): ReadonlyMap<string, Granted> {
  const roles = new Map<string, Granted>();
  for (const { who, workspaces, role } of grants) {
    for (const workspace of workspaces === '*' ? ['*'] : workspaces) {
      const grantee = textOf(who);
      const key = JSON.stringify([grantee, workspace]);
      roles.set(key, { grantee, workspace, role: strongerRole(roles.get(key)?.role ?? null, role) });
    }
  }
  return roles;
}

function textOf(who: Grantee): string {
  return who.kind === 'everyone' ? who.kind : `${who.kind}:${who.name}`;
}
