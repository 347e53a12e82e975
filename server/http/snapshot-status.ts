import type { SnapshotStatus, TicketQuery } from '../../contract/index.ts';
import { compareSnapshots } from '../query/index.ts';
import type { ReadingStatusSource, SnapshotReader } from '../snapshot/ports.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { RecordedWorkspace } from './recorded-workspace.ts';

/** The ports that the status of a snapshot is made from. */
export interface StatusPorts {
  readonly snapshots: SnapshotReader;
  readonly reading: ReadingStatusSource;
}

/**
 * The part of every answer that is about its data.
 *
 * @param snapshot the one that the answer is read from; null when there is none yet
 * @param query its filters say which changes count
 */
export function snapshotStatus(
  { snapshots, reading }: StatusPorts,
  snapshot: Snapshot | null,
  query: TicketQuery,
): SnapshotStatus {
  const { progress, state, nextRefreshAt, refresh, problem, calls } = reading.status();
  const { today, perDay } = calls;
  const newest = snapshots.newest();
  return {
    number: snapshot?.number ?? 0,
    state,
    whole: snapshot?.whole ?? false,
    loaded: progress?.loaded ?? snapshot?.tickets.length ?? 0,
    total: progress?.total ?? snapshot?.total ?? null,
    takenAt: snapshot === null ? null : new Date(snapshots.takenAt(snapshot)).toISOString(),
    nextRefreshAt,
    refresh,
    problem,
    calls: { today, perDay },
    newest: newest?.number ?? 0,
    changes: changesBetween(snapshot, newest, query),
  };
}

/** The same with how many calls the last minute had, and what is recorded, as it is polled. */
export function polledStatus(
  { reading, recording }: Pick<RecordedWorkspace, 'reading' | 'recording'>,
  status: SnapshotStatus,
): SnapshotStatus {
  const { calls, daily } = reading.status();
  const { at: dailyAt = null, nextAt: nextDailyAt = null } = daily ?? {};
  return { ...status, calls, recording: { ...recording.status(), dailyAt, nextDailyAt } };
}

function changesBetween(older: Snapshot | null, newer: Snapshot | null, query: TicketQuery) {
  if (older === null || newer === null || older === newer) return { added: 0, changed: 0, gone: 0 };
  return compareSnapshots(older, newer, query);
}
