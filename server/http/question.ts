import type { Request } from 'express';
import {
  decodeQuery,
  type ExportQuestion,
  exportRequest,
  type Fault,
  type SummaryQuestion,
  summaryRequest,
  type TicketQuery,
} from '../../contract/index.ts';
import { MOST_FAULTS } from './limits.ts';
import { HttpProblem } from './problem.ts';

/**
 * Reads the query of a request.
 *
 * @throws HttpProblem `invalid-query` with its faults, as do all of these
 */
export function readQuery(request: Request): TicketQuery {
  return accept(decodeQuery(pairsOf(request))).query;
}

/** Reads what a summary is asked, and of which tickets. */
export function readSummary(request: Request): { query: TicketQuery; extra: SummaryQuestion } {
  return accept(summaryRequest.decode(pairsOf(request)));
}

/** Reads what a file is asked, and of which tickets. */
export function readExport(request: Request): { query: TicketQuery; extra: ExportQuestion } {
  return accept(exportRequest.decode(pairsOf(request)));
}

/** Reads the query of a request that may say no more than which snapshot to read from. */
export function readAt(request: Request): TicketQuery {
  const pairs = [...pairsOf(request)];
  const others = new Set(pairs.map(([key]) => key).filter((key) => key !== 'at'));
  const faults = [...others].map((key, index) => {
    const shown = key.slice(0, 60);
    const takes = index === 0 ? '; it takes at' : '';
    return { key: shown, message: `${shown} is not a key of this query${takes}` };
  });
  return accept(decodeQuery(pairs.filter(([key]) => key === 'at')), faults).query;
}

/** What a codec has decoded, if neither it nor whoever looked before has found a fault. */
function accept<Decoded extends { readonly ok: true }>(
  decoded: Decoded | { readonly ok: false; readonly faults: readonly Fault[] },
  before: readonly Fault[] = [],
): Decoded {
  const faults = decoded.ok ? before : [...before, ...decoded.faults];
  if (decoded.ok && faults.length === 0) return decoded;
  throw invalidQuery(faults);
}

/** Names the first faults, and tells how many more there are: nobody reads thousands. */
function invalidQuery(faults: readonly Fault[]): HttpProblem {
  const named = faults.slice(0, MOST_FAULTS);
  const sentences = named.map(({ message }) => `${message}.`);
  const others = faults.length - named.length;
  if (others > 0) sentences.push(`There ${others === 1 ? 'is 1 more fault' : `are ${others} more faults`}.`);
  return new HttpProblem('invalid-query', sentences.join(' '), { faults: named });
}

/** The pairs as they were sent; Express's own parser would make lists and objects of some. */
function pairsOf({ originalUrl }: Request): URLSearchParams {
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : originalUrl.slice(mark + 1));
}
