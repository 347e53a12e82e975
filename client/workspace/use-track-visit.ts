import { useCallback, useEffect, useMemo, useRef } from 'react';
import { serverNow } from '../clock/server-clock.ts';
import { nullable, number, object, record, text } from '../storage/checks.ts';
import { createPersistedValue, usePersistedValue } from '../storage/persisted-value.ts';
import { noteActivity, noteSeen, startVisit, type Visit } from './visit.ts';

const storedVisit = object<Visit>({ since: nullable(text), seenUpTo: nullable(text), activeAt: number });

/** The visits by workspace. */
const storedVisits = createPersistedValue<Visits>('visits', record(storedVisit), {});

/** Activity is noted at most so often, in milliseconds: each note is told to all tabs. */
const NOTE_EVERY = 60_000;

export interface LastVisit {
  /** Instant from which created or updated tickets are new to the reader; null when nothing can be. */
  readonly since: string | null;
  /** Counts everything up to now as seen. */
  readonly markSeen: () => void;
}

/**
 * The reader's last visit to the workspace, before this one.
 *
 * @param takenAt instant of the data on screen; null before there is any
 */
export function useTrackVisit(workspace: string, takenAt: string | null): LastVisit {
  const visit = visitOf(usePersistedValue(storedVisits), workspace);
  const since = visit?.since ?? null;
  const onScreen = useRef(takenAt);

  useEffect(() => {
    let notedAt = 0;
    const onActivity = () => {
      const now = serverNow();
      if (document.visibilityState !== 'visible' || now - notedAt < NOTE_EVERY) return;
      notedAt = now;
      const seen = onScreen.current;
      updateVisit(workspace, (visit) => {
        const visiting = noteActivity(visit, now);
        // What came while nobody was there is seen by who comes back to it.
        return seen === null ? visiting : noteSeen(visiting, seen, now);
      });
    };
    onActivity();
    for (const event of ACTIVITIES) addEventListener(event, onActivity, { passive: true });
    return () => {
      for (const event of ACTIVITIES) removeEventListener(event, onActivity);
    };
  }, [workspace]);

  useEffect(() => {
    onScreen.current = takenAt;
    const now = serverNow();
    const known = visitOf(storedVisits.read(), workspace);
    // Nobody sees a tab in the background.
    if (takenAt === null || known === undefined || document.visibilityState !== 'visible') return;
    if (noteSeen(known, takenAt, now) === known) return;
    updateVisit(workspace, (visit) => visit && noteSeen(visit, takenAt, now));
  }, [workspace, takenAt]);

  const markSeen = useCallback(() => {
    const now = serverNow();
    updateVisit(workspace, (visit) => visit && startVisit(visit, now));
  }, [workspace]);

  return useMemo(() => ({ since, markSeen }), [since, markSeen]);
}

const ACTIVITIES = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'visibilitychange'] as const;

type Visits = Readonly<Record<string, Visit>>;

/** The visit as it is kept by now, changed: another tab may have noted more than this one knows. */
function updateVisit(workspace: string, change: (visit: Visit | undefined) => Visit | undefined): void {
  // A browser that keeps nothing has no earlier visits: then nothing is marked.
  void storedVisits.update((visits) => {
    const visit = change(visitOf(visits, workspace));
    return visit === undefined ? visits : { ...visits, [workspace]: visit };
  });
}

/** A workspace may be called as something that every object has. */
function visitOf(visits: Visits, workspace: string): Visit | undefined {
  return Object.hasOwn(visits, workspace) ? visits[workspace] : undefined;
}
