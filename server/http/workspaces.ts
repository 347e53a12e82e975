import { type Request, type Response, Router } from 'express';
import type { Marks, Summary, Ticket, TicketQuery, WorkspacesAnswer } from '../../contract/index.ts';
import type { Audit } from '../access/audit/audit.ts';
import { markTickets, pageTickets, summarizeTickets } from '../query/index.ts';
import type { ReportControl } from '../report/create-report.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { roleOf } from './authorize.ts';
import { acceptedEncoding } from './content-encodings.ts';
import type { AnswerWriter } from './encoded-answer.ts';
import { fileRoutes } from './file-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { createJsonSenders } from './json-response.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { LIMITS, type Limits } from './limits.ts';
import { createListWriter } from './list-json.ts';
import { parseQuery, parseSnapshotRequest, parseSummaryRequest } from './parse-request.ts';
import { principalOf } from './principal.ts';
import { onlyMethods } from './problem.ts';
import { costlyRequestLimit } from './rate-limit.ts';
import type { RecordedWorkspace } from './recorded-workspace.ts';
import { reportRoutes } from './report-routes.ts';
import { requireSnapshot, resolveSnapshot } from './resolve-snapshot.ts';
import { awaitNamedSnapshot, awaitViewerSnapshot, createFindServed } from './served-workspaces.ts';
import { polledStatus, snapshotStatus } from './snapshot-status.ts';
import { findListed, unknownTicket } from './ticket-of.ts';

/** The sources and settings of the workspaces' routes. */
export interface WorkspaceRoutesOptions extends Pick<WorkspacesAnswer, 'mode' | 'ticketUrlTemplate'> {
  readonly workspaces: readonly RecordedWorkspace[];
  /** The reports by mail, by workspace; none when left out: then no mail is sent. */
  readonly reports?: ReadonlyMap<string, ReportControl>;
  /** What is told of who takes files; null where nobody signs in. */
  readonly audit: Audit | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** {@link LIMITS} when left out. */
  readonly limits?: Limits;
}

type WorkspaceRequest = Request<{ workspace: string }>;

/** The routes of the API, as `contract/routes.ts` writes them. */
export function workspaceRoutes(options: WorkspaceRoutesOptions, answers: KeptAnswers): Router {
  const { workspaces, audit, now, limits = LIMITS } = options;
  const router = Router({ caseSensitive: true });
  const { sendJson, sendEncoded } = createJsonSenders(limits);
  const writeList = createListWriter(limits);
  const servedBy = createFindServed(workspaces);
  const limitCostly = costlyRequestLimit(limits);
  router.use('/api/workspaces/:workspace', awaitViewerSnapshot(workspaces), awaitNamedSnapshot(workspaces));

  /** Answers what depends on the workspace's snapshot, the question, `rest` and what the principal may see, and nothing else. */
  function sendKept(
    request: WorkspaceRequest,
    response: Response,
    { number }: Snapshot,
    rest: readonly unknown[],
    write: AnswerWriter,
  ): Promise<void> {
    const key = {
      workspace: request.params.workspace,
      snapshot: number,
      question: request.url,
      encoding: acceptedEncoding(request),
      rest: [roleOf(response), ...rest],
    };
    return sendEncoded(request, response, answers.take(key, write));
  }

  router
    .route('/api/workspaces')
    .get((request, response) => {
      const { roleIn } = principalOf(response);
      const visible = workspaces.filter(({ workspace }) => roleIn(workspace.id) !== null);
      sendJson(request, response, describeWorkspaces({ ...options, workspaces: visible }));
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets')
    .get((request, response) => {
      const served = servedBy(request, response);
      const query = parseQuery(request, response);
      served.refreshing.watch();
      const snapshot = requireSnapshot(served, query, now());
      const status = snapshotStatus(served, snapshot, query);
      const older = query.since === null ? null : served.snapshots.at(query.since);
      return sendKept(request, response, snapshot, [status, older?.number], (json) => {
        const { tickets, page, facets } = pageTickets(snapshot, query);
        const marks = query.since !== null && { marks: marksSince(older, tickets, query) };
        writeList(json, tickets, facets, { page, snapshot: status, ...marks });
      });
    })
    .all(onlyMethods('GET', 'HEAD'));

  router.use(fileRoutes({ servedBy, audit, now, limits, limitCostly }));
  router.use(
    reportRoutes({
      sendJson,
      reportOf: (request, response) => options.reports?.get(servedBy(request, response).workspace.id) ?? null,
    }),
  );
  router.use(historyRoutes({ servedBy, sendKept, sendJson, now, limitCostly }));

  router
    .route('/api/workspaces/:workspace/summary')
    .get((request, response) => {
      const served = servedBy(request, response);
      const { query, extra } = parseSummaryRequest(request, response);
      served.refreshing.watch();
      const snapshot = requireSnapshot(served, query, now());
      const status = snapshotStatus(served, snapshot, query);
      return sendKept(request, response, snapshot, [status], (json) => {
        const summary: Summary = { ...summarizeTickets(snapshot, query, extra), snapshot: status };
        json.addText(JSON.stringify(summary));
      });
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets/:ticket')
    .get((request, response) => {
      const served = servedBy(request, response);
      const query = parseSnapshotRequest(request);
      served.refreshing.watch();
      const snapshot = requireSnapshot(served, query, now());
      sendJson(request, response, ticketOf(snapshot, request.params.ticket));
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/snapshot')
    .get((request, response) => {
      const served = servedBy(request, response);
      const query = parseQuery(request, response);
      served.refreshing.watch();
      const status = snapshotStatus(served, resolveSnapshot(served, query), query);
      const polled = polledStatus(served, status);
      // The calls of the last minute are no reason to send the rest again.
      sendJson(request, response, polled, { tagged: { ...polled, calls: status.calls } });
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/refresh')
    .post((request, response) => {
      const served = servedBy(request, response);
      const query = parseQuery(request, response);
      const snapshot = resolveSnapshot(served, query);
      served.refreshing.watch();
      served.refreshing.refresh();
      sendJson(request, response, snapshotStatus(served, snapshot, query), { status: 202 });
    })
    .all(onlyMethods('POST'));

  return router;
}

function marksSince(older: Snapshot | null, tickets: readonly Ticket[], query: TicketQuery): Marks {
  return older === null ? { added: [], changed: [] } : markTickets(older, tickets, query);
}

function describeWorkspaces(options: WorkspaceRoutesOptions): WorkspacesAnswer {
  const { mode, ticketUrlTemplate } = options;
  const workspaces = options.workspaces.map(({ workspace: { id, name } }) => ({ id, name }));
  return { mode, workspaces, ticketUrlTemplate };
}

function ticketOf(snapshot: Snapshot, part: string): Ticket {
  const ticket = findListed(snapshot, part);
  if (ticket === null) throw unknownTicket(snapshot);
  return ticket;
}
