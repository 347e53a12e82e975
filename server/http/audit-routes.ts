import { type Request, type Response, Router } from 'express';
import type { AuditLog, AuditLogEntry } from '../../contract/index.ts';
import type { Audit } from '../access/audit/audit.ts';
import type { AuditQuestion, PlacedEntry } from '../access/audit/audit-store.ts';
import { writeAuditCsv } from '../files/audit-csv.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { readAuditQuery } from './audit-query.ts';
import type { Limits } from './limits.ts';
import { principalOf, whoAsks } from './principal.ts';
import { HttpProblem, onlyMethods } from './problem.ts';
import { costlyRequestLimit } from './rate-limit.ts';
import { createFileSender } from './send-file.ts';

interface AuditRoutesOptions {
  /** Null where nobody signs in. */
  readonly audit: Audit | null;
  readonly workspaces: readonly Pick<ServedWorkspace, 'workspace'>[];
  readonly now: () => number;
  readonly limits: Limits;
}

/** Entries of one answer, and of one look into the store for a file. */
const LIMIT = 100;
const FILE_LIMIT = 1_000;

const FILTERS = ['action', 'who', 'from', 'to'] as const;

/** The routes of the audit log: for admins, what is about their workspaces or about none. */
export function auditRoutes({ audit, workspaces, now, limits }: AuditRoutesOptions): Router {
  const ids = workspaces.map(({ workspace }) => workspace.id);
  const router = Router({ caseSensitive: true });
  const sendFile = createFileSender(limits);

  function offered(): Audit {
    if (audit !== null) return audit;
    throw new HttpProblem('unknown-route', 'Where nobody signs in, nothing is audited.');
  }

  function seenBy(response: Response): readonly string[] {
    const { roleIn } = principalOf(response);
    return ids.filter((id) => roleIn(id) === 'admin');
  }

  router
    .route('/api/audit')
    .get(async (request, response) => {
      const log = offered();
      const asked = readAuditQuery(request.query, [...FILTERS, 'before']);
      const found = await list(log, { ...asked, workspaces: seenBy(response), limit: LIMIT });
      const body: AuditLog = {
        entries: found.map(entryOf),
        next: found.length < LIMIT ? null : String(found.at(-1)?.position),
      };
      response.set('Cache-Control', 'no-store').json(body);
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/audit.csv')
    .get(costlyRequestLimit(limits), async (request, response) => {
      const log = offered();
      const question = {
        ...readAuditQuery(request.query, FILTERS),
        workspaces: seenBy(response),
        limit: FILE_LIMIT,
      };
      // Whether the store can be read is known before anything is sent.
      const first = await list(log, question);
      const write = () => {
        const filter = shownFilter(request);
        log.record({ who: whoAsks(response), action: 'audit-exported', workspace: null, detail: { filter } });
        return writeAuditCsv(pages(log, question, first));
      };
      const name = `audit-${new Date(now()).toISOString().slice(0, 10)}.csv`;
      await sendFile(request, response, { name, type: 'text/csv; charset=utf-8', total: null, write });
    })
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}

function list(audit: Audit, question: AuditQuestion): Promise<readonly PlacedEntry[]> {
  return audit.list(question).catch(() => {
    throw new HttpProblem('store-failing', 'The entries are in the log of the process, too.');
  });
}

async function* pages(
  audit: Audit,
  question: AuditQuestion,
  first: readonly PlacedEntry[],
): AsyncGenerator<readonly AuditLogEntry[]> {
  for (let page = first; ; ) {
    yield page.map(entryOf);
    const last = page.at(-1);
    if (last === undefined || page.length < question.limit) return;
    page = await list(audit, { ...question, before: last.position });
  }
}

function entryOf({ at, who, action, workspace, detail }: PlacedEntry): AuditLogEntry {
  return { at: new Date(at).toISOString(), who, action, workspace, detail };
}

/** The filter of a request as the log has it: whom it was about is nobody else's business. */
function shownFilter({ query }: Request): string {
  const shown = FILTERS.flatMap((key) =>
    query[key] === undefined ? [] : [`${key}=${key === 'who' ? '…' : query[key]}`],
  );
  return shown.join('&');
}
