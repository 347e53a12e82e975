import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Role, TicketQuery } from '../../contract/index.ts';
import { WORKBOOK_TYPE } from '../../contract/workbook/index.ts';
import type { Audit } from '../access/audit/audit.ts';
import { fileColumns } from '../files/columns.ts';
import { writeCsv } from '../files/csv.ts';
import { fileName, type TicketsFile } from '../files/tickets-file.ts';
import { writeWorkbook } from '../files/workbook.ts';
import { matchingTickets } from '../query/index.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { auditedQuery } from './audited-query.ts';
import { roleOf } from './authorize.ts';
import type { Limits } from './limits.ts';
import { parseCsvRequest, parseWorkbookRequest } from './parse-request.ts';
import { whoAsks } from './principal.ts';
import { onlyMethods } from './problem.ts';
import { requireSnapshot } from './resolve-snapshot.ts';
import { createFileSender } from './send-file.ts';
import type { FindServed } from './served-workspaces.ts';

interface FileRoutesOptions {
  readonly servedBy: FindServed;
  /** Null where nobody signs in. */
  readonly audit: Audit | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly limits: Limits;
  /** Counts what takes long to answer. */
  readonly limitCostly: RequestHandler;
}

const CSV_TYPES = {
  comma: { extension: 'csv', type: 'text/csv; charset=utf-8' },
  semicolon: { extension: 'csv', type: 'text/csv; charset=utf-8' },
  tab: { extension: 'tsv', type: 'text/tab-separated-values; charset=utf-8' },
} as const;

/** The routes of files, each of everything that its query matches. */
export function fileRoutes({ servedBy, audit, now, limits, limitCostly }: FileRoutesOptions): Router {
  const router = Router({ caseSensitive: true });
  const sendFile = createFileSender(limits);
  const ticketsFile = (
    served: ServedWorkspace,
    role: Role,
    query: TicketQuery,
    mask: boolean,
  ): TicketsFile => {
    served.refreshing.watch();
    const snapshot = requireSnapshot(served, query, now());
    const { workspace } = served;
    const matching = matchingTickets(snapshot, query);
    return {
      workspace,
      query,
      snapshot,
      ...matching,
      columns: fileColumns(query.columns, role !== 'viewer'),
      mask,
    };
  };

  /** Notes who takes what, as it begins: how much a reader has of a file that breaks off, nobody knows. */
  function note(request: Request, response: Response, format: string, file: TicketsFile): void {
    const { workspace, total, mask, snapshot } = file;
    audit?.record({
      who: whoAsks(response),
      action: 'file',
      workspace: workspace.id,
      detail: { format, rows: total, masked: mask, filter: auditedQuery(request.originalUrl, snapshot) },
    });
  }

  router
    .route('/api/workspaces/:workspace/tickets.csv')
    .get(limitCostly, async (request, response) => {
      const served = servedBy(request, response);
      const { query, extra } = parseCsvRequest(request, response);
      const file = ticketsFile(served, roleOf(response), query, extra.mask);
      const { extension, type } = CSV_TYPES[extra.separator];
      const write = () => {
        note(request, response, extension, file);
        return writeCsv(file, extra);
      };
      await sendFile(request, response, { name: fileName(file, extension), type, total: file.total, write });
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets.xlsx')
    .get(limitCostly, async (request, response) => {
      const served = servedBy(request, response);
      const { query, extra } = parseWorkbookRequest(request, response);
      const file = ticketsFile(served, roleOf(response), query, extra.mask);
      const name = fileName(file, 'xlsx');
      const write = () => {
        note(request, response, 'xlsx', file);
        return writeWorkbook(file, now);
      };
      await sendFile(request, response, { name, type: WORKBOOK_TYPE, total: file.total, write });
    })
    .all(onlyMethods('GET', 'HEAD'));

  return router;
}
