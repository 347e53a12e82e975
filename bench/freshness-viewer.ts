import { findTicket, type Snapshot } from '../server/snapshot/snapshot.ts';
import type { WorkspaceSync } from '../server/sync/workspace-sync.ts';
import type { Change, LivingUpstream } from './freshness-upstream.ts';

/** Between two glances at the screen. */
export const GLANCE_MS = 10_000;

/** What somebody saw who looked all day. Ages in milliseconds. */
export interface Seen {
  /** At every glance: for how long the first page shown has been as it is. */
  readonly firstPageAges: readonly number[];
  /** For every change: how long it took until it was shown, or had taken when the day ended. */
  readonly changeAges: readonly number[];
  /** How many of them took longer than the bound that was on screen when they were made. */
  readonly lateChanges: number;
}

/** Somebody who looks at a workspace. */
export interface Viewer {
  /** One glance. `now` in epoch milliseconds. */
  look(now: number): void;
  /** Ends the day. */
  leave(now: number): Seen;
}

/** A change that was not shown yet. */
type Unseen = Change & { readonly boundMs: number };

export function createViewer(source: WorkspaceSync, upstream: LivingUpstream): Viewer {
  const firstPageAges: number[] = [];
  const changeAges: number[] = [];
  let unseen: readonly Unseen[] = [];
  let lateChanges = 0;
  let lastSnapshot: Snapshot | null = null;
  let firstPageAt = Number.NaN;

  /** What a ticket was before it left, nobody misses. */
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
