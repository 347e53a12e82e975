import type { Request, Response } from 'express';
import {
  type CsvOptions,
  csvRequest,
  decodeQuery,
  MAX_BUCKETS,
  type QueryError,
  type SummaryOptions,
  summaryRequest,
  type TicketQuery,
  type TrendsOptions,
  trendsRequest,
  type WorkbookOptions,
  workbookRequest,
} from '../../contract/index.ts';
import { calendarBuckets } from '../history/calendar-buckets.ts';
import { roleOf } from './authorize.ts';
import { MAX_NAMED_ERRORS } from './limits.ts';
import { HttpProblem } from './problem.ts';
import { requireAllowedQuery } from './viewer-limits.ts';

/**
 * Reads the query of a request.
 *
 * @throws HttpProblem `invalid-query` with its errors, as do all of these; `not-allowed` for what the principal whom the
 *   response is for may not ask
 */
export function parseQuery(request: Request, response: Response): TicketQuery {
  return acceptFor(response, decodeQuery(pairsOf(request))).query;
}

/** Reads what a summary is asked, and of which tickets. */
export function parseSummaryRequest(
  request: Request,
  response: Response,
): { query: TicketQuery; extra: SummaryOptions } {
  return acceptFor(response, summaryRequest.decode(pairsOf(request)));
}

/** Reads the form of a CSV file, and of which tickets it is to be. */
export function parseCsvRequest(
  request: Request,
  response: Response,
): { query: TicketQuery; extra: CsvOptions } {
  return acceptFor(response, csvRequest.decode(pairsOf(request)));
}

/** Reads the form of a workbook, and of which tickets it is to be. */
export function parseWorkbookRequest(
  request: Request,
  response: Response,
): { query: TicketQuery; extra: WorkbookOptions } {
  return acceptFor(response, workbookRequest.decode(pairsOf(request)));
}

/** The question of a request for trends, and the calendar that it is asked of. */
export interface TrendsRequest {
  readonly query: TicketQuery;
  readonly extra: TrendsOptions;
  /** The beginnings of buckets, and the end of the last: epoch milliseconds. */
  readonly bounds: Float64Array;
}

/** Reads which trends of which tickets are asked for. `now` in epoch milliseconds. */
export function parseTrendsRequest(request: Request, response: Response, now: number): TrendsRequest {
  const { query, extra } = acceptFor(response, trendsRequest.decode(pairsOf(request)));
  const buckets = calendarBuckets(extra, now);
  if (buckets.ok) return { query, extra, bounds: buckets.bounds };
  const message =
    buckets.error === 'from-after-to'
      ? 'from must not be after to'
      : `from and to must be at most ${MAX_BUCKETS} ${extra.span}s apart`;
  throw invalidQuery([{ key: 'from', message }]);
}

/** Reads the query of a request that may say no more than which snapshot to read from. */
export function parseSnapshotRequest(request: Request): TicketQuery {
  const pairs = [...pairsOf(request)];
  const decoded = decodeQuery(pairs.filter(([key]) => key === 'at'));
  return accept(decoded, errorsBeside(pairs, ['at'])).query;
}

/** Refuses a request that has any key. */
export function refuseKeys(request: Request): void {
  const errors = errorsBeside([...pairsOf(request)], []);
  if (errors.length > 0) throw invalidQuery(errors);
}

function errorsBeside(
  pairs: readonly (readonly [string, string])[],
  allowed: readonly string[],
): QueryError[] {
  const others = new Set(pairs.map(([key]) => key).filter((key) => !allowed.includes(key)));
  return [...others].map((key, index) => {
    const shown = key.slice(0, 60);
    const takes = index === 0 && allowed.length > 0 ? `; it takes ${allowed.join(', ')}` : '';
    return { key: shown, message: `${shown} is not a key of this query${takes}` };
  });
}

/** Accepts what a codec has decoded, unless it has found an error or asks for what the principal may not know. */
function acceptFor<Decoded extends { readonly ok: true; readonly query: TicketQuery }>(
  response: Response,
  decoded: Decoded | { readonly ok: false; readonly errors: readonly QueryError[] },
): Decoded {
  const accepted = accept(decoded);
  requireAllowedQuery(roleOf(response), accepted.query);
  return accepted;
}

/** Accepts what a codec has decoded, unless it or an earlier check has found an error. */
function accept<Decoded extends { readonly ok: true }>(
  decoded: Decoded | { readonly ok: false; readonly errors: readonly QueryError[] },
  before: readonly QueryError[] = [],
): Decoded {
  const errors = decoded.ok ? before : [...before, ...decoded.errors];
  if (decoded.ok && errors.length === 0) return decoded;
  throw invalidQuery(errors);
}

/** Names the first errors, and tells how many more there are: nobody reads thousands. */
function invalidQuery(errors: readonly QueryError[]): HttpProblem {
  const named = errors.slice(0, MAX_NAMED_ERRORS);
  const sentences = named.map(({ message }) => `${message}.`);
  const others = errors.length - named.length;
  if (others > 0) sentences.push(`There ${others === 1 ? 'is 1 more error' : `are ${others} more errors`}.`);
  return new HttpProblem('invalid-query', sentences.join(' '), { faults: named });
}

/** The pairs as they were sent; Express's own parser would make lists and objects of some. */
function pairsOf({ originalUrl }: Request): URLSearchParams {
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : originalUrl.slice(mark + 1));
}
