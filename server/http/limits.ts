/** What one client, and all of them together, may take of the server. */
export interface Limits {
  /** Requests to the API that one address may make in a window. */
  readonly requests: number;
  /** Milliseconds. */
  readonly windowMs: number;
  /** Exports that are written at once. */
  readonly exports: number;
  /** Milliseconds that one export may take. */
  readonly exportMs: number;
}

/**
 * An office may share one address: a hundred tabs ask once a second while the first tickets come in, which
 * is 1,000 requests in a window, and people click besides. An export keeps its snapshot in memory for as long
 * as it is read, so there are few and they end.
 */
export const LIMITS: Limits = { requests: 3_000, windowMs: 10_000, exports: 4, exportMs: 300_000 };
