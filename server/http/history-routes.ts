import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { TicketHistory, Trends } from '../../contract/index.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import { ticketTimeline } from '../history/timeline.ts';
import { trends } from '../history/trends.ts';
import { unrecordedFilters } from '../history/unrecorded-filters.ts';
import { issuedWithin } from '../query/filter.ts';
import { matchingIds } from '../query/matching-ids.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { AnswerWriter } from './encoded-answer.ts';
import type { JsonSenders } from './json-response.ts';
import { parseTrendsRequest, refuseKeys, type TrendsRequest } from './parse-request.ts';
import { HttpProblem, onlyMethods } from './problem.ts';
import type { RecordedWorkspace } from './recorded-workspace.ts';
import { requireSnapshot } from './resolve-snapshot.ts';
import type { FindServed } from './served-workspaces.ts';
import { findListed, ticketIdOf, unknownTicket } from './ticket-of.ts';

/** The sources of the routes about the past. */
interface HistoryRoutesOptions extends Pick<JsonSenders, 'sendJson'> {
  readonly servedBy: FindServed;
  /** Answers what depends on the snapshot, the question, `rest` and what the principal may see, and nothing else. */
  readonly sendKept: (
    request: Request<{ workspace: string }>,
    response: Response,
    snapshot: Snapshot,
    rest: readonly unknown[],
    write: AnswerWriter,
  ) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Counts what takes long to answer. */
  readonly limitCostly: RequestHandler;
}

/** The routes about what was recorded. */
export function historyRoutes({
  servedBy,
  sendKept,
  sendJson,
  now,
  limitCostly,
}: HistoryRoutesOptions): Router {
  const router = Router({ caseSensitive: true });

  router
    .route('/api/workspaces/:workspace/trends')
    .get(limitCostly, (request, response) => {
      const served = servedBy(request, response);
      const asked = parseTrendsRequest(request, response, now());
      served.refreshing.watch();
      const snapshot = requireSnapshot(served, asked.query, now());
      const history = requireHistory(served);
      const { bounds } = asked;
      // The running bucket is another one with time.
      const ended = bounds.filter((bound) => bound <= now()).length;
      const rest = [history.seq, history.since, bounds[0], bounds.at(-1), ended];
      return sendKept(request, response, snapshot, rest, (json) =>
        json.addText(JSON.stringify(answerTrends(snapshot, history, asked, now()))),
      );
    })
    .all(onlyMethods('GET', 'HEAD'));

  router
    .route('/api/workspaces/:workspace/tickets/:ticket/history')
    .get((request, response) => {
      const served = servedBy(request, response);
      refuseKeys(request);
      served.refreshing.watch();
      sendJson(request, response, timelineOf(served, request.params.ticket));
    })
    .all(onlyMethods('GET', 'HEAD'));

  return router;
}

function answerTrends(
  snapshot: Snapshot,
  history: RecordedHistory,
  { query, extra, bounds }: TrendsRequest,
  now: number,
): Trends {
  const { span, zone, by } = extra;
  const unrecorded = unrecordedFilters(query);
  return trends(history, {
    span,
    zone,
    by,
    query,
    bounds,
    now,
    issued: issuedWithin(snapshot, query),
    today: unrecorded === null ? null : matchingIds(snapshot, unrecorded),
  });
}

/** One that no read has recorded yet, or whose recording fails, has no past so far. */
function timelineOf(served: RecordedWorkspace, ticket: string): TicketHistory {
  const id = ticketIdOf(ticket);
  const history = requireHistory(served);
  const timeline = id === null ? null : ticketTimeline(history, id);
  if (timeline !== null) return timeline;
  const newest = served.snapshots.newest();
  if (newest === null || findListed(newest, ticket) === null) throw unknownTicket(newest);
  const { since } = history;
  return { recordedSince: since === null ? null : new Date(since).toISOString(), entries: [] };
}

/** @throws HttpProblem `not-loaded-yet` or `store-failing`: nobody can say yet what was recorded, or that nothing was */
function requireHistory({ recording }: RecordedWorkspace): RecordedHistory {
  const history = recording.history();
  if (history !== null) return history;
  const { problem } = recording.status();
  if (problem !== null) {
    throw new HttpProblem('store-failing', `What was recorded cannot be read. ${problem.message}`, {
      headers: { 'Retry-After': '60' },
    });
  }
  throw new HttpProblem('not-loaded-yet', 'What was recorded is being read.', {
    headers: { 'Retry-After': '1' },
  });
}
