/**
 * Work that can pause: each `yield` is a moment at which the driver may let something else run. Between
 * two of them pass a few milliseconds at most.
 */
export type Steps<Result> = Generator<void, Result>;

/** Tickets that one step handles where a ticket costs about a microsecond. */
const SLICE = 4_096;

/** Calls `work` for consecutive slices that cover 0 to `count`, with a pause after each. */
export function* inSlices(
  count: number,
  work: (from: number, to: number) => void,
  size = SLICE,
): Steps<void> {
  for (let from = 0; from < count; from += size) {
    work(from, Math.min(from + size, count));
    yield;
  }
}

/** Does all steps at once, and gives their result. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
