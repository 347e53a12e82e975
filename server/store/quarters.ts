const QUARTER_MS = 900_000;

/** The number of the quarter of an hour, counted from the epoch, that an instant in epoch milliseconds lies in. */
export function quarterOf(instant: number): number {
  return Math.floor(instant / QUARTER_MS);
}
