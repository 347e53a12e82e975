/** Bounds of a poll's time limit, in milliseconds. */
const LEAST = 2_000;
/** So slow a network is as good as none. */
const MOST = 10_000;

/**
 * Time limit of a poll, after which the connection counts as lost: a silent server is reported soon, and one
 * behind a slow network is not called silent for it.
 */
export function createTimeLimit() {
  let patience = LEAST;
  return {
    /** In whole milliseconds: timers take no others. */
    current: () => patience,
    /** Notes that an answer took so many milliseconds. */
    answered: (took: number) => {
      patience = Math.min(MOST, Math.max(LEAST, Math.ceil(2 * took)));
    },
    /** Notes that no answer came in time: the next one may take twice as long. */
    ranOut: () => {
      patience = Math.min(MOST, 2 * patience);
    },
  };
}
