import type { Ticket } from '../../contract/index.ts';

/** What the reading of tickets needs to know of one page of the upstream. */
export interface ReadPage {
  readonly tickets: readonly Ticket[];
  /** Records without an id that anybody could read; they are in `received` and not in `tickets`. */
  readonly unreadable: number;
  readonly received: number;
  /** How many tickets the upstream says it has, at the time of this page. */
  readonly totalCount: number;
}

/** Fetches one page, the first being 1. Rejects with an `UpstreamFailure`, or when `signal` aborts. */
export type FetchPage = (page: number, signal: AbortSignal) => Promise<ReadPage>;

/** What has been read so far, in one pass over the pages or in several. It is filled page by page. */
export interface Pass {
  readonly tickets: Map<number, Ticket>;
  /** Unreadable records by page. */
  readonly unreadable: Map<number, number>;
  /** The upstream's count on the page that came last; null before the first page. */
  total: number | null;
  /** Whether that count fell during the pass: tickets left, so pages moved up and one can have been missed. */
  shrank: boolean;
}

export function startPass(): Pass {
  return { tickets: new Map(), unreadable: new Map(), total: null, shrank: false };
}

/** Adds a page; of a ticket that was read before, this is now the last word. */
export function addPage(pass: Pass, number: number, page: ReadPage): void {
  for (const ticket of page.tickets) pass.tickets.set(ticket.id, ticket);
  pass.unreadable.set(number, page.unreadable);
  pass.shrank ||= pass.total !== null && page.totalCount < pass.total;
  pass.total = page.totalCount;
}

/** Records seen in a pass that have no ticket of their own. */
export function countUnreadable(pass: Pass): number {
  let count = 0;
  for (const records of pass.unreadable.values()) count += records;
  return count;
}

/** How a pass is read. */
export interface PassOptions {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal;
  /** How many pages may be on their way at once. */
  readonly concurrency: number;
  /** Ends the pass early: there is nothing more to learn from it. */
  readonly isEnough: () => boolean;
}

/**
 * Reads every page there is into `pass`. How many there are is reckoned from what the first page brought, not
 * from what was asked for: the upstream may cap or ignore `perPage`. After the last page reckoned, it goes on
 * for as long as tickets are missing and pages bring new ones.
 *
 * @throws the first failure of any page; the others are aborted
 */
export async function readPass(pass: Pass, options: PassOptions): Promise<void> {
  const first = await readInto(pass, 1, options.signal, options);
  if (first.received === 0) return;
  const planned = () => Math.ceil((pass.total ?? 0) / first.received);
  let next = 2;
  let end = Number.POSITIVE_INFINITY;
  const isDone = () => next > planned() || next >= end || options.isEnough();
  await runTogether(options.concurrency, options.signal, async (signal) => {
    while (!isDone()) {
      const page = next++;
      const { received } = await readInto(pass, page, signal, options);
      if (received === 0) end = Math.min(end, page);
    }
  });
  // An empty page was the end of the list, whatever the count says.
  if (end === Number.POSITIVE_INFINITY) await readTail(pass, next, options);
}

async function readTail(pass: Pass, from: number, options: PassOptions): Promise<void> {
  const isShort = () => pass.tickets.size + countUnreadable(pass) < (pass.total ?? 0);
  let found = true;
  for (let page = from; found && isShort() && !options.isEnough(); page++) {
    const before = pass.tickets.size;
    await readInto(pass, page, options.signal, options);
    found = pass.tickets.size > before;
  }
}

async function readInto(
  pass: Pass,
  number: number,
  signal: AbortSignal,
  { fetchPage }: PassOptions,
): Promise<ReadPage> {
  const page = await fetchPage(number, signal);
  addPage(pass, number, page);
  return page;
}

/** Runs some workers side by side; the first that fails aborts the others, and is what it rejects with. */
async function runTogether(
  count: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const inner = new AbortController();
  const signal = AbortSignal.any([outer, inner.signal]);
  const failures: unknown[] = [];
  const workers = Array.from({ length: count }, () =>
    work(signal).catch((failure: unknown) => {
      failures.push(failure);
      inner.abort();
    }),
  );
  await Promise.all(workers);
  if (failures.length > 0) throw failures[0];
}
