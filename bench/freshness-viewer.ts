import { findTicket, type Snapshot } from '../server/snapshot/snapshot.ts';
import type { WorkspaceSync } from '../server/sync/workspace-sync-options.ts';
import type { Change, LivingUpstream } from './freshness-upstream.ts';

/** Time between two glances at the screen. */
export const GLANCE_MS = 10_000;

/** Observations of a viewer in a day. Ages in milliseconds. */
export interface Seen {
  /** At every glance, the age of the first page shown. */
  readonly firstPageAges: readonly number[];
  /** For every change, the time until it was shown, or until the day ended. */
  readonly changeAges: readonly number[];
  /** Number of changes that took longer than the bound on screen when they were made. */
  readonly lateChanges: number;
}

/** A viewer of a workspace. */
export interface Viewer {
  /** One glance. `now` in epoch milliseconds. */
  look(now: number): void;
  /** Ends the day. */
  leave(now: number): Seen;
}

/** A change that has not been shown yet. */
type Unseen = Change & { readonly boundMs: number };

export function createViewer(source: WorkspaceSync, upstream: LivingUpstream): Viewer {
  const firstPageAges: number[] = [];
  const changeAges: number[] = [];
  let unseen: readonly Unseen[] = [];
  let lateChanges = 0;
  let lastSnapshot: Snapshot | null = null;
  let firstPageAt = Number.NaN;

  /** Unseen changes without the earlier ones of a ticket that is gone: nobody misses them. */
  function withoutPast({ id, updatedAt }: Change): readonly Unseen[] {
    return updatedAt === null ? unseen.filter((change) => change.id !== id) : unseen;
  }

  function note({ at, boundMs }: Unseen, now: number): void {
    changeAges.push(now - at);
    if (now - at > boundMs + GLANCE_MS) lateChanges++;
  }

  return {
    look(now) {
      source.watch();
      const { state, refresh } = source.status();
      const boundMs = refresh.seenWithinSeconds * 1000;
      // While a read goes on, what is shown is still the page that was there before.
      if (state === 'fresh' || state === 'stale') firstPageAt = upstream.firstPageAt();
      if (!Number.isNaN(firstPageAt)) firstPageAges.push(now - firstPageAt);
      for (const change of upstream.takeChanges()) unseen = [...withoutPast(change), { ...change, boundMs }];
      const snapshot = source.newest();
      if (snapshot === null || snapshot === lastSnapshot) return;
      lastSnapshot = snapshot;
      for (const change of unseen) if (isShown(snapshot, change)) note(change, now);
      unseen = unseen.filter((change) => !isShown(snapshot, change));
    },
    leave(now) {
      for (const change of unseen) note(change, now);
      return { firstPageAges, changeAges, lateChanges };
    },
  };
}

/** Whether a snapshot knows of a change, or of a later one to the same ticket. */
function isShown(snapshot: Snapshot, { id, updatedAt }: Change): boolean {
  const ticket = findTicket(snapshot, id);
  if (ticket === null || updatedAt === null) return ticket === null && updatedAt === null;
  return (ticket.updatedAt ?? '') >= updatedAt;
}
