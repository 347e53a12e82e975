/** A stretch of time whose changes are all counted alike. */
export interface Stretch {
  /** Its beginning, inclusive: epoch milliseconds. */
  readonly start: number;
  /** The bucket that its changes happened in; the number of buckets after the last. */
  readonly bucket: number;
  /** The first bucket at whose end its changes had happened, as far as states are told. */
  readonly state: number;
}

/**
 * Divides the time since the first bucket began, the newest stretch first.
 *
 * @param bounds the beginnings of buckets, ascending, and the end of the last
 * @param states those that {@link stateBounds} gives
 */
export function stretchesOf(bounds: Float64Array, states: Float64Array): Stretch[] {
  let bucket = bounds.length - 1;
  let state = bucket;
  const starts = new Set([...bounds, ...states]);
  return Array.from(starts)
    .sort((a, b) => b - a)
    .map((start) => {
      while ((bounds[bucket] as number) > start) bucket--;
      while ((states[state] as number) > start) state--;
      return { start, bucket, state };
    });
}
