interface BackOffOptions {
  /** The longest wait after the first failure; it doubles with each further one. */
  readonly firstMs: number;
  /** No wait is longer. */
  readonly longestMs: number;
  /** From 0 to 1, so that many callers do not all come back at the same moment. */
  readonly random: number;
}

/** Milliseconds to wait after so many failures in a row: exponential, of which the second half is left to chance. */
export function backOffMs(failures: number, { firstMs, longestMs, random }: BackOffOptions): number {
  const longest = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.round(longest * (0.5 + random / 2));
}
