import { useCallback, useEffect, useMemo, useRef } from 'react';
import * as z from 'zod/mini';
import { serverNow } from '../clock/server-clock.ts';
import { createShelf, useShelf } from '../storage/shelf.ts';
import { beginAnew, noteActivity, noteSeen, type Visit } from './visit.ts';

const visitSchema = z.object({
  since: z.nullable(z.string()),
  seenUpTo: z.nullable(z.string()),
  activeAt: z.number(),
});

/** The visits by workspace. */
const shelf = createShelf('visits', z.record(z.string(), visitSchema), {});

/** Activity is noted at most so often, in milliseconds: each note is told to all tabs. */
const NOTE_EVERY = 60_000;

export interface LastVisit {
  /** What was created or updated at this instant or later is new to the reader; null when nothing can be. */
  readonly since: string | null;
  /** Counts everything up to now as seen. */
  readonly markSeen: () => void;
}

/**
 * When this reader last looked at the workspace, in an earlier visit.
 *
 * @param takenAt how new the data on screen is; null before there is any
 */
export function useLastVisit(workspace: string, takenAt: string | null): LastVisit {
  const visit = useShelf(shelf)[workspace];
  const since = visit?.since ?? null;
  const onScreen = useRef(takenAt);

  useEffect(() => {
    let notedAt = 0;
    const onActivity = () => {
      const now = serverNow();
      if (document.visibilityState !== 'visible' || now - notedAt < NOTE_EVERY) return;
      notedAt = now;
      const visiting = noteActivity(shelf.read()[workspace], now);
      // What came while nobody was there is seen by who comes back to it.
      keep(workspace, onScreen.current === null ? visiting : noteSeen(visiting, onScreen.current, now));
    };
    onActivity();
    for (const event of ACTIVITIES) addEventListener(event, onActivity, { passive: true });
    return () => {
      for (const event of ACTIVITIES) removeEventListener(event, onActivity);
    };
  }, [workspace]);

  useEffect(() => {
    onScreen.current = takenAt;
    const known = shelf.read()[workspace];
    // Nobody sees a tab in the background.
    if (takenAt === null || known === undefined || document.visibilityState !== 'visible') return;
    const next = noteSeen(known, takenAt, serverNow());
    if (next !== known) keep(workspace, next);
  }, [workspace, takenAt]);

  const markSeen = useCallback(() => {
    const known = shelf.read()[workspace];
    if (known !== undefined) keep(workspace, beginAnew(known, serverNow()));
  }, [workspace]);

  return useMemo(() => ({ since, markSeen }), [since, markSeen]);
}

const ACTIVITIES = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'visibilitychange'] as const;

/** A browser that keeps nothing has no earlier visits: then nothing is marked. */
function keep(workspace: string, visit: Visit): void {
  shelf.write({ ...shelf.read(), [workspace]: visit });
}
