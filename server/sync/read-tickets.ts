import type { Ticket } from '../../contract/index.ts';
import type { UpstreamFailure } from '../upstream/failure.ts';
import { countSeen, expectPage, type FetchPage, type Pass, startPass } from './pages.ts';
import { type PassOptions, readPass } from './read-pass.ts';

/** The first pass and two more: a list that does not add up after these will not add up today. */
const MAX_PASSES = 3;

/** Settings of a read of all tickets of a workspace. */
export interface ReadOptions extends Omit<PassOptions, 'isEnough'> {
  /** The tickets of the newest snapshot: none of them leaves by mistake. Empty when there is none yet. */
  readonly known: readonly Ticket[];
  /**
   * By how many tickets the last read that ended fell short of the upstream's count. A first pass that falls
   * short by as many is taken as it is: the upstream counts what it does not list, and reading it all again
   * would spend calls on nothing.
   */
  readonly expectedGap: number;
  /** Whether another pass over the pages, which are as many as told, is worth its calls. */
  readonly mayRepeat: (pages: number) => boolean;
  /** Is told after every page of all that has been read so far; the page's successor waits for it. */
  readonly onProgress: (soFar: Pick<Pass, 'tickets' | 'total'>) => Promise<void>;
}

/** All tickets that could be read. */
export interface TicketRead {
  readonly tickets: ReadonlyMap<number, Ticket>;
  /** The upstream's count, as it was last told; null when it tells none. */
  readonly total: number | null;
  /** The distinct tickets are as many as the upstream counts. */
  readonly whole: boolean;
  /** Every record that the upstream counts was seen: a ticket that is not among them is gone. */
  readonly complete: boolean;
  /** Distinct records that came, the unreadable ones included. */
  readonly seen: number;
  /** The tickets that the upstream counts beyond those read; 0 when it tells no count. */
  readonly gap: number;
  /** There was no room for all tickets. */
  readonly isFull: boolean;
  /** Failures of pages that could not be read, by number; empty when nothing is missing for it. */
  readonly failures: ReadonlyMap<number, UpstreamFailure>;
}

/**
 * Reads all tickets, distinct by id, the last read of each. The upstream's pages shift while they are read:
 * one ticket may come twice and another be missed. When a pass does not add up to the upstream's count,
 * the pages are read again, a bounded number of times, until one pass or all of them together do.
 *
 * What adding up proves: a missed ticket can only hide behind one that was read and then removed, and the count
 * tells of the removal unless another ticket was added in its place. So with nothing removed, or with nothing
 * added, what adds up misses nothing. For the rest see {@link isDoubtful}. Where no count is told, an empty page tells
 * the end, and a known ticket leaves only when two passes lack it.
 *
 * @throws `UpstreamFailure` when the upstream cannot be read; a page that fails alone is in `failures`
 */
export async function readTickets(options: ReadOptions): Promise<TicketRead> {
  const { known, expectedGap } = options;
  const union = startPass();
  let calls = 0;
  const fetchPage: FetchPage = async (number, signal) => {
    calls += 1;
    const arrive = expectPage(union, number);
    const page = await options.fetchPage(number, signal);
    arrive(page);
    await options.onProgress(union);
    return page;
  };
  /** The known tickets that the pass before lacked, if that one added up. */
  let lacked: ReadonlySet<number> | null = null;
  const isUnionEnough = () => lacked === null && addsUp(union) && !isDoubtful(union, known, null);
  let failures: Pass['failures'] = new Map();
  for (let passes = 0; passes < MAX_PASSES; passes++) {
    const pass = startPass();
    await readPass(pass, { ...options, fetchPage, isEnough: () => passes > 0 && isUnionEnough() });
    failures = pass.failures;
    if (addsUp(pass) && !isDoubtful(pass, known, lacked)) return toRead(pass, true);
    if (isUnionEnough()) return toRead(union, true);
    if (failures.size > 0 || !isWorthRepeating(pass, expectedGap)) break;
    if (!options.mayRepeat(Math.ceil(calls / (passes + 1)))) break;
    lacked = addsUp(pass) ? new Set(missingFrom(pass, known)) : null;
  }
  return toRead(union, false, failures);
}

/**
 * Whether a pass has all that the upstream counts. When the count ever fell, a ticket that is gone may stand for one missed:
 * then equal numbers prove nothing.
 */
function addsUp(pass: Pass): boolean {
  if (pass.total === null) return pass.reachedEnd && pass.failures.size === 0;
  return !pass.shrank && countSeen(pass) === pass.total;
}

/**
 * Whether a known ticket may be missing by mistake from what adds up. It takes a removal and an addition
 * between two pages; so only what has news as well as losses is doubted, until the pass before, which added up
 * too, has lacked the same tickets.
 *
 * What is left to chance: a ticket that no read has seen yet can be missed in this way, until the next read.
 */
function isDoubtful(pass: Pass, known: readonly Ticket[], lacked: ReadonlySet<number> | null): boolean {
  const missing = missingFrom(pass, known);
  const hasNews = pass.tickets.size > known.length - missing.length;
  return (hasNews || pass.total === null) && missing.some((id) => !lacked?.has(id));
}

function missingFrom(pass: Pass, known: readonly Ticket[]): number[] {
  return known.filter(({ id }) => !pass.tickets.has(id)).map(({ id }) => id);
}

/** Whether another pass may come closer to all tickets than this one did. */
function isWorthRepeating(pass: Pass, expectedGap: number): boolean {
  if (pass.isFull || (pass.total === null && !pass.reachedEnd)) return false;
  return expectedGap === 0 || gapOf(pass) !== expectedGap;
}

function gapOf({ total, tickets }: Pass): number {
  return total === null ? 0 : total - tickets.size;
}

function toRead(pass: Pass, complete: boolean, failures: Pass['failures'] = new Map()): TicketRead {
  const { tickets, total, isFull } = pass;
  const gap = gapOf(pass);
  const whole = complete && total !== null && gap === 0;
  return { tickets, total, whole, complete, seen: countSeen(pass), gap, isFull, failures };
}
