import type { Trouble } from './trouble.ts';

/** How long after somebody's last look a workspace counts as watched. */
const WATCHED_MS = 120_000;

/** All that decides when the next read starts. Instants in epoch milliseconds, null for never. */
export interface Situation {
  readonly lastWatchedAt: number | null;
  /** When the last read that ended well began and ended. */
  readonly lastRead: { readonly startedAt: number; readonly endedAt: number } | null;
  readonly trouble: Trouble | null;
  readonly refreshMs: number;
}

/**
 * When the next read is due; null when a problem has stopped the calls. It may lie in the past, which means
 * at once. Whether anybody watches is {@link isWatched}'s business.
 */
export function dueAt({ lastRead, trouble, refreshMs }: Situation): number | null {
  if (trouble !== null) return trouble.retryAt;
  if (lastRead === null) return 0;
  // A read that takes longer than the interval must not be followed by the next without a breath.
  const duration = lastRead.endedAt - lastRead.startedAt;
  return Math.max(lastRead.startedAt + refreshMs, lastRead.endedAt + duration);
}

export function isWatched({ lastWatchedAt }: Situation, now: number): boolean {
  return lastWatchedAt !== null && now - lastWatchedAt <= WATCHED_MS;
}

/** Whether even somebody's wish for a refresh has to wait, because the upstream told us how long. */
export function mustWait(trouble: Trouble | null, now: number): boolean {
  return trouble?.kind === 'rate-limited' && trouble.retryAt !== null && now < trouble.retryAt;
}
