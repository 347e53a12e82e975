/** The one call of a check of the first page. */
const CHECK_PRICE = 1;

/** The worth of a fresh first page, in fresh whole lists: it is what most people look at. */
const CHECK_WEIGHT = 4;

/** The intervals at which a workspace is asked. In milliseconds; infinite when there are no calls for it. */
export interface Intervals {
  /** Between the starts of two reads of all pages. */
  readonly readMs: number;
  /** Between two checks of the first page; null when every read is early enough to be the check. */
  readonly checkMs: number | null;
}

/** A task that is done again and again: its price each time, and the worth of its being fresh. */
interface RecurringTask {
  readonly price: number;
  readonly weight: number;
}

/**
 * Shares out calls among workspaces, so that the weighted sum of all intervals, and with it the mean age of
 * what is shown, is the least that these calls can buy: every interval is proportional to the square root of
 * price by weight. None is below `refreshMs`; what that saves goes to the others. A read that costs more than
 * all the calls there are gets none, and leaves them to the checks.
 *
 * @param prices the calls that reading all of each workspace costs, from 1
 * @param calls how many there are, for the next `timeMs` milliseconds
 */
export function allocateBudget(
  prices: readonly number[],
  { calls, timeMs, refreshMs }: { calls: number; timeMs: number; refreshMs: number },
): Intervals[] {
  const check = { price: CHECK_PRICE, weight: CHECK_WEIGHT };
  const reads = prices.map((price) => ({ price, weight: 1 }));
  const possible = reads.filter(({ price }) => price <= calls);
  const priceOfAll = prices.reduce((sum, price) => sum + price, 0);
  if (possible.length === reads.length && priceOfAll / refreshMs <= calls / timeMs) {
    return prices.map(() => ({ readMs: refreshMs, checkMs: null }));
  }
  const factor = findFactor([...possible, ...reads.map(() => check)], calls / timeMs, refreshMs);
  const checkMs = Math.max(refreshMs, factor * shareOf(check));
  return reads.map((read) => {
    const wanted = Math.max(refreshMs, factor * shareOf(read));
    const readMs = read.price <= calls ? wanted : Number.POSITIVE_INFINITY;
    return { readMs, checkMs: checkMs < readMs ? checkMs : null };
  });
}

/** The factor that makes an interval of a task's share: then all of them together cost `rate`. */
function findFactor(tasks: readonly RecurringTask[], rate: number, refreshMs: number): number {
  let free = rate;
  let demand = tasks.reduce((sum, { price, weight }) => sum + Math.sqrt(price * weight), 0);
  for (const task of tasks.toSorted((a, b) => shareOf(a) - shareOf(b))) {
    const factor = demand / free;
    if (factor * shareOf(task) >= refreshMs) return factor;
    // Done as often as may be, it needs less than its share.
    free -= task.price / refreshMs;
    demand -= Math.sqrt(task.price * task.weight);
  }
  return 0;
}

function shareOf({ price, weight }: RecurringTask): number {
  return Math.sqrt(price / weight);
}
