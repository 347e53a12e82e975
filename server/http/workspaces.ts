import { type Request, Router } from 'express';
import type {
  Marks,
  Summary,
  Ticket,
  TicketList,
  TicketQuery,
  WorkspacesAnswer,
} from '../../contract/index.ts';
import { listTickets, markTickets, matchingTickets, summarizeTickets } from '../query/index.ts';
import { findTicket, type Snapshot } from '../snapshot/snapshot.ts';
import type { SnapshotSource } from '../snapshot/source.ts';
import { createCsvExports } from './csv.ts';
import { csvColumns } from './csv-columns.ts';
import { createJsonSender } from './json-response.ts';
import { LIMITS, type Limits } from './limits.ts';
import {
  parseExportRequest,
  parseQuery,
  parseSnapshotRequest,
  parseSummaryRequest,
} from './parse-request.ts';
import { HttpProblem, onlyMethods } from './problem.ts';
import { requireSnapshot, resolveSnapshot } from './resolve-snapshot.ts';
import { snapshotStatus } from './snapshot-status.ts';

/** What the workspaces' routes answer from. */
export interface WorkspaceRoutesOptions extends Pick<WorkspacesAnswer, 'mode' | 'ticketUrlTemplate'> {
  readonly sources: readonly SnapshotSource[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** {@link LIMITS} when left out. */
  readonly limits?: Limits;
}

type WorkspaceRequest = Request<{ workspace: string }>;

/** The routes of the API, as `contract/routes.ts` writes them. */
export function workspaceRoutes(options: WorkspaceRoutesOptions): Router {
  const { sources, now, limits = LIMITS } = options;
  const router = Router({ caseSensitive: true });
  const sendJson = createJsonSender(limits);
  const sendCsv = createCsvExports(limits);
  const sourceOf = (request: WorkspaceRequest) => findSource(sources, request.params.workspace);

  router
    .route('/api/workspaces')
    .get((request, response) => sendJson(request, response, describeWorkspaces(options)))
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets')
    .get((request, response) => {
      const source = sourceOf(request);
      const query = parseQuery(request);
      source.watch();
      const snapshot = requireSnapshot(source, query, now());
      const { tickets, page, facets } = listTickets(snapshot, query);
      const list: TicketList = {
        tickets: [...tickets],
        page,
        facets,
        snapshot: snapshotStatus(source, snapshot, query),
        ...(query.since !== null && { marks: marksSince(source, query.since, tickets, query) }),
      };
      sendJson(request, response, list);
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets.csv')
    .get(async (request, response) => {
      const source = sourceOf(request);
      const { query, extra } = parseExportRequest(request);
      source.watch();
      const snapshot = requireSnapshot(source, query, now());
      const { total, tickets } = matchingTickets(snapshot, query);
      await sendCsv(request, response, {
        workspace: source.workspace.id,
        snapshot,
        total,
        tickets,
        columns: csvColumns(query.columns),
        mask: extra.mask,
      });
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/summary')
    .get((request, response) => {
      const source = sourceOf(request);
      const { query, extra } = parseSummaryRequest(request);
      source.watch();
      const snapshot = requireSnapshot(source, query, now());
      const summary: Summary = {
        ...summarizeTickets(snapshot, query, extra),
        snapshot: snapshotStatus(source, snapshot, query),
      };
      sendJson(request, response, summary);
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets/:ticket')
    .get((request, response) => {
      const source = sourceOf(request);
      const query = parseSnapshotRequest(request);
      source.watch();
      const snapshot = requireSnapshot(source, query, now());
      sendJson(request, response, ticketOf(snapshot, request.params.ticket));
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/snapshot')
    .get((request, response) => {
      const source = sourceOf(request);
      const query = parseQuery(request);
      source.watch();
      sendJson(request, response, snapshotStatus(source, resolveSnapshot(source, query), query));
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/refresh')
    .post((request, response) => {
      const source = sourceOf(request);
      const query = parseQuery(request);
      const snapshot = resolveSnapshot(source, query);
      source.watch();
      source.refresh();
      sendJson(request, response, snapshotStatus(source, snapshot, query), 202);
    })
    .all(onlyMethods('POST'));

  return router;
}

function marksSince(
  source: SnapshotSource,
  since: number,
  tickets: readonly Ticket[],
  query: TicketQuery,
): Marks {
  const older = source.at(since);
  return older === null ? { added: [], changed: [] } : markTickets(older, tickets, query);
}

function describeWorkspaces({ mode, sources, ticketUrlTemplate }: WorkspaceRoutesOptions): WorkspacesAnswer {
  const workspaces = sources.map(({ workspace: { id, name } }) => ({ id, name }));
  return { mode, workspaces, ticketUrlTemplate };
}

function findSource(sources: readonly SnapshotSource[], id: string): SnapshotSource {
  const source = sources.find(({ workspace }) => workspace.id === id);
  if (source === undefined) {
    throw new HttpProblem('unknown-workspace', 'Loopdesk is not set up for a workspace of that id.');
  }
  return source;
}

function ticketOf(snapshot: Snapshot, id: string) {
  const ticket = /^(0|[1-9]\d{0,15})$/.test(id) ? findTicket(snapshot, Number(id)) : null;
  if (ticket !== null) return ticket;
  const among = `${snapshot.whole ? 'all' : 'the'} ${snapshot.tickets.length} tickets read so far`;
  throw new HttpProblem('unknown-ticket', `There is no ticket of that id among ${among}.`);
}
