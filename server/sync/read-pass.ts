import { MAX_TICKETS } from '../upstream/limits.ts';
import { isSinglePageFailure } from './failure-state.ts';
import { countSeen, expectPage, type FetchPage, type Pass } from './pages.ts';

/** So many pages in a row without anything new to the pass end it, whatever the upstream's count says. */
const MAX_BARREN_PAGES = 3;

/** So many pages in a row that cannot be read are no failure of a single page any more. */
const MAX_FAILING_PAGES = 3;

/** Settings of a pass. */
export interface PassOptions {
  readonly fetchPage: FetchPage;
  readonly signal: AbortSignal;
  /** The number of pages that may be on their way at once. */
  readonly concurrency: number;
  /** Ends the pass early: there is nothing more to learn from it. */
  readonly isEnough: () => boolean;
}

/** The progress of a pass. */
interface Progress {
  /** The page to ask for next. */
  next: number;
  /** Records on a page: as many as the first one had that came; 0 until then. */
  size: number;
  /** Pages in a row that brought nothing new. */
  barren: number;
  /** Pages in a row that could not be read. */
  failing: number;
}

/**
 * Reads every page there is into `pass`. How many there are is reckoned from what the first page brought, not
 * from what was asked for: the upstream may cap or ignore `perPage`. After the last page reckoned, it goes on
 * for as long as tickets are missing and pages bring new ones, up to as many pages again. A page that fails
 * alone is noted in the pass, and the others are read.
 *
 * Where the upstream tells no count, pages are read one after another to the first empty one: not to the first
 * short one, since a page may be short for other reasons, and what is not read would pass for gone.
 *
 * @throws the first failure that is not one page's alone; the calls under way are aborted
 */
export async function readPass(pass: Pass, options: PassOptions): Promise<void> {
  const progress: Progress = { next: 1, size: 0, barren: 0, failing: 0 };
  const readNext = (signal: AbortSignal) => readPage(pass, progress, options.fetchPage, signal);
  while (progress.size === 0 && progress.barren === 0) await readNext(options.signal);
  const planned = () => (progress.size === 0 ? 0 : Math.ceil((pass.total ?? 0) / progress.size));
  const isOver = () => progress.barren >= MAX_BARREN_PAGES || pass.isFull || options.isEnough();
  const isUncounted = () => pass.total === null && !pass.reachedEnd && progress.next <= maxPages(progress);
  while (isUncounted() && !isOver()) await readNext(options.signal);
  await runTogether(options.concurrency, options.signal, async (signal) => {
    while (progress.next <= planned() && !isOver()) await readNext(signal);
  });
  const last = 2 * planned();
  const isShort = () => pass.failures.size === 0 && countSeen(pass) < (pass.total ?? 0);
  while (progress.next <= last && progress.barren === 0 && isShort() && !isOver()) {
    await readNext(options.signal);
  }
}

/** Pages of that size that could hold all tickets there may be. */
function maxPages({ size }: Progress): number {
  return Math.ceil(MAX_TICKETS / Math.max(1, size));
}

async function readPage(
  pass: Pass,
  progress: Progress,
  fetchPage: FetchPage,
  signal: AbortSignal,
): Promise<void> {
  const number = progress.next++;
  const arrive = expectPage(pass, number);
  try {
    const page = await fetchPage(number, signal);
    const before = countSeen(pass);
    arrive(page);
    progress.size ||= page.received;
    progress.barren = countSeen(pass) > before ? 0 : progress.barren + 1;
    progress.failing = 0;
    pass.reachedEnd ||= page.received === 0;
  } catch (error) {
    progress.failing++;
    if (signal.aborted || progress.failing >= MAX_FAILING_PAGES || !isSinglePageFailure(error, number))
      throw error;
    pass.failures.set(number, error);
  }
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
