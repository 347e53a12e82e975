import { Router } from 'express';
import { AUDIT_ACTIONS, type AuditLog } from '../../contract/index.ts';
import type { Audit } from '../access/audit/audit.ts';
import type { AuditQuestion } from '../access/audit/audit-store.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { principalOf } from './principal.ts';
import { HttpProblem, onlyMethods } from './problem.ts';

interface AuditRoutesOptions {
  /** Null where nobody signs in. */
  readonly audit: Audit | null;
  readonly workspaces: readonly Pick<ServedWorkspace, 'workspace'>[];
}

/** Entries of one answer. */
const LIMIT = 100;

/** The route of the audit log: for admins, what is about their workspaces or about none. */
export function auditRoutes({ audit, workspaces }: AuditRoutesOptions): Router {
  const ids = workspaces.map(({ workspace }) => workspace.id);
  const router = Router({ caseSensitive: true });
  router
    .route('/api/audit')
    .get(async (request, response) => {
      if (audit === null)
        throw new HttpProblem('unknown-route', 'Where nobody signs in, nothing is audited.');
      const { roleIn } = principalOf(response);
      const own = ids.filter((id) => roleIn(id) === 'admin');
      const question = { workspaces: own, ...readQuery(request.query), limit: LIMIT };
      const found = await audit.list(question).catch(() => {
        throw new HttpProblem('store-failing', 'The entries are in the log of the process, too.');
      });
      const body: AuditLog = {
        entries: found.map(({ position: _, at, who, action, workspace, detail }) => ({
          at: new Date(at).toISOString(),
          who,
          action,
          workspace,
          detail,
        })),
        next: found.length < LIMIT ? null : String(found.at(-1)?.position),
      };
      response.set('Cache-Control', 'no-store').json(body);
    })
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}

function readQuery({
  action = null,
  before = null,
  ...others
}: Readonly<Record<string, unknown>>): Pick<AuditQuestion, 'action' | 'before'> {
  const faults = Object.keys(others).map((key) => ({ key, message: 'is no key of the audit log' }));
  const known = AUDIT_ACTIONS.find((each) => each === action) ?? null;
  if (action !== null && known === null) {
    faults.push({ key: 'action', message: `must be one of ${AUDIT_ACTIONS.join(', ')}` });
  }
  const isPlace = before === null || (typeof before === 'string' && /^\d{1,15}$/.test(before));
  if (!isPlace) faults.push({ key: 'before', message: 'must be the `next` of another answer' });
  if (faults.length > 0) {
    throw new HttpProblem('invalid-query', 'See the faults.', { faults: faults.slice(0, 20) });
  }
  return { action: known, before: before === null ? null : Number(before) };
}
