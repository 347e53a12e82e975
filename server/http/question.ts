import type { Request } from 'express';
import { decodeQuery, type Fault, type TicketQuery } from '../../contract/index.ts';
import { HttpProblem } from './problem.ts';

/**
 * Reads the query of a request.
 *
 * @throws HttpProblem `invalid-query` with every fault
 */
export function readQuery(request: Request): TicketQuery {
  return decode([...pairsOf(request)], []);
}

/**
 * Reads the query of a request that may say no more than which snapshot to read from.
 *
 * @throws HttpProblem `invalid-query` with every fault
 */
export function readAt(request: Request): TicketQuery {
  const pairs = [...pairsOf(request)];
  const others = new Set(pairs.map(([key]) => key).filter((key) => key !== 'at'));
  const faults = [...others].map((key) => {
    const shown = key.slice(0, 60);
    return { key: shown, message: `${shown} is not a key of this query; it takes at` };
  });
  return decode(
    pairs.filter(([key]) => key === 'at'),
    faults,
  );
}

function decode(pairs: readonly (readonly [string, string])[], before: readonly Fault[]): TicketQuery {
  const decoded = decodeQuery(pairs);
  const faults = decoded.ok ? before : [...before, ...decoded.faults];
  if (decoded.ok && faults.length === 0) return decoded.query;
  const detail = faults.map((fault) => `${fault.message}.`).join(' ');
  throw new HttpProblem('invalid-query', detail, { faults });
}

/** The pairs as they were sent; Express's own parser would make lists and objects of some. */
function pairsOf({ originalUrl }: Request): URLSearchParams {
  const mark = originalUrl.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : originalUrl.slice(mark + 1));
}
