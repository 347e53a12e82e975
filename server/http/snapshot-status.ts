import type { SnapshotStatus, TicketQuery } from '../../contract/index.ts';
import { compareSnapshots } from '../query/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { SnapshotSource } from '../snapshot/source.ts';

/**
 * What every answer says about its data.
 *
 * @param snapshot the one that the answer is read from; null when there is none yet
 * @param query its filters say which changes count
 */
export function snapshotStatus(
  source: SnapshotSource,
  snapshot: Snapshot | null,
  query: TicketQuery,
): SnapshotStatus {
  const { progress, state, nextRefreshAt, refresh, problem, calls } = source.status();
  const newest = source.newest();
  return {
    number: snapshot?.number ?? 0,
    state,
    whole: snapshot?.whole ?? false,
    loaded: progress?.loaded ?? snapshot?.tickets.length ?? 0,
    total: progress?.total ?? snapshot?.total ?? null,
    takenAt: snapshot === null ? null : new Date(source.takenAt(snapshot)).toISOString(),
    nextRefreshAt,
    refresh,
    problem,
    calls,
    newest: newest?.number ?? 0,
    changes: changesBetween(snapshot, newest, query),
  };
}

function changesBetween(older: Snapshot | null, newer: Snapshot | null, query: TicketQuery) {
  if (older === null || newer === null || older === newer) return { added: 0, changed: 0, gone: 0 };
  return compareSnapshots(older, newer, query);
}
