import type { Ticket } from '../../contract/index.ts';

/** Record of a reader's visits to a workspace. Times of the data are ISO instants. */
export interface Visit {
  /** Instant before which all was seen in earlier visits; null in the first one, when nothing can be new. */
  readonly since: string | null;
  /** Instant of the newest data on screen in this visit. */
  readonly seenUpTo: string | null;
  /** Instant of the reader's last action here, in epoch milliseconds. */
  readonly activeAt: number;
}

/** A visit ends when nothing was done for so long, in milliseconds: a reload or a coffee is none. */
export const VISIT_PAUSE = 30 * 60_000;

/** The visit after the reader did something at `now`: the same one, or after a pause the next. */
export function noteActivity(visit: Visit | undefined, now: number): Visit {
  if (visit === undefined) return { since: null, seenUpTo: null, activeAt: now };
  if (now - visit.activeAt < VISIT_PAUSE) return { ...visit, activeAt: now };
  return { since: visit.seenUpTo ?? visit.since, seenUpTo: visit.seenUpTo, activeAt: now };
}

/** The visit after data taken at `takenAt` was on screen. What nobody was there to see is not seen. */
export function noteSeen(visit: Visit, takenAt: string, now: number): Visit {
  const absent = now - visit.activeAt >= VISIT_PAUSE;
  const known = visit.seenUpTo !== null && visit.seenUpTo >= takenAt;
  return absent || known ? visit : { ...visit, seenUpTo: takenAt };
}

/** A visit in which everything on screen counts as seen. */
export function startVisit(visit: Visit, now: number): Visit {
  return { since: visit.seenUpTo, seenUpTo: visit.seenUpTo, activeAt: now };
}

/**
 * News of a ticket to a reader who knows everything before `since`: the same that the filter `changedSince`
 * finds. Null for none.
 */
export function newsOf(
  { createdAt, updatedAt }: Pick<Ticket, 'createdAt' | 'updatedAt'>,
  since: string | null,
): 'added' | 'changed' | null {
  if (since === null) return null;
  if (createdAt !== null && createdAt >= since) return 'added';
  return updatedAt !== null && updatedAt >= since ? 'changed' : null;
}
