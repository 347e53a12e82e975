import type { Ticket } from '../../contract/index.ts';
import {
  addPage,
  countUnreadable,
  type FetchPage,
  type Pass,
  type PassOptions,
  readPass,
  startPass,
} from './pages.ts';

/** The first pass and two more: a list that does not add up after these will not add up today. */
const MAX_PASSES = 3;

/** How all tickets of a workspace are read. */
export interface ReadOptions extends Omit<PassOptions, 'isEnough'> {
  /**
   * By how many tickets the last read that ended fell short of the upstream's count. A first pass that falls
   * short by as many is taken as it is: the upstream counts what it does not list, and reading it all again
   * would spend calls on nothing.
   */
  readonly expectedGap: number;
  /** Is told after every page of all that has been read so far; the page's successor waits for it. */
  readonly onProgress: (soFar: Pick<Pass, 'tickets' | 'total'>) => Promise<void>;
}

/** All tickets that could be read. */
export interface TicketRead {
  readonly tickets: ReadonlyMap<number, Ticket>;
  /** The upstream's count, as it was last told. */
  readonly total: number;
  /** The distinct tickets are as many as the upstream counts. */
  readonly whole: boolean;
  /** Every record that the upstream counts was seen: a ticket that is not among them is gone. */
  readonly complete: boolean;
  /** How many tickets the upstream counts beyond those read. */
  readonly gap: number;
}

/**
 * Reads all tickets, distinct by id, the last read of each. The upstream's pages shift while they are read:
 * one ticket may come twice and another be missed. When a pass does not add up to the upstream's count,
 * the pages are read again, a bounded number of times, until one pass or all of them together do.
 *
 * @throws `UpstreamFailure` when a page cannot be read
 */
export async function readTickets(options: ReadOptions): Promise<TicketRead> {
  const union = startPass();
  const fetchPage: FetchPage = async (number, signal) => {
    const page = await options.fetchPage(number, signal);
    addPage(union, number, page);
    await options.onProgress(union);
    return page;
  };
  for (let passes = 0; passes < MAX_PASSES; passes++) {
    const pass = startPass();
    await readPass(pass, { ...options, fetchPage, isEnough: () => passes > 0 && addsUp(union) });
    if (addsUp(pass)) return toRead(pass);
    if (addsUp(union) || isExpected(pass, options.expectedGap)) break;
  }
  return toRead(union);
}

/**
 * When the count ever fell, what is there may hold a ticket that is gone in the place of one that was missed:
 * then equal numbers prove nothing.
 */
function addsUp(pass: Pass): boolean {
  return !pass.shrank && pass.tickets.size + countUnreadable(pass) === pass.total;
}

function isExpected(pass: Pass, expectedGap: number): boolean {
  return expectedGap !== 0 && gapOf(pass) === expectedGap;
}

function gapOf(pass: Pass): number {
  return (pass.total ?? 0) - pass.tickets.size;
}

function toRead(pass: Pass): TicketRead {
  const complete = addsUp(pass);
  const gap = gapOf(pass);
  return { tickets: pass.tickets, total: pass.total ?? 0, whole: complete && gap === 0, complete, gap };
}
