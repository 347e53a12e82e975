import type { Recording } from '../history/recording.ts';
import { type RecordedSource, StoreError } from '../history/stored.ts';
import type { Session } from './database.ts';
import { quarterOf } from './quarters.ts';
import { writeArrivals, writeChanges, writeReissued, writeTickets, writeValues } from './write-rows.ts';

interface WorkspaceRow {
  readonly id: number;
  readonly seq: number;
  readonly read_at: number;
}

/**
 * Writes a recording within a transaction.
 *
 * @throws StoreError `conflict` when its `seq` is not the next one
 */
export async function writeRecording(
  session: Session,
  source: RecordedSource,
  recording: Recording,
): Promise<void> {
  const { read, changes, tickets, seq } = recording;
  const found = await lockWorkspace(session, source);
  if (seq !== (found?.seq ?? 0) + 1) throw conflict();
  const workspace = found?.id ?? (await insertWorkspace(session, source, recording));
  if (found !== null && found.read_at > read.takenAt) await endAt(session, workspace, read.takenAt);
  await writeValues(session, workspace, recording.values);
  await writeArrivals(session, workspace, recording.arrivals);
  await writeReissued(session, workspace, recording.reissued);
  await writeTickets(session, workspace, tickets);
  await writeChanges(session, workspace, changes);
  await session.query(
    `insert into reads (workspace, quarter, taken_at) values ($1, $2, $3)
     on conflict (workspace, quarter) do update set taken_at = excluded.taken_at`,
    [workspace, quarterOf(read.takenAt), read.takenAt],
  );
  await session.query(
    `update workspaces set seq = $2, read_number = $3, read_at = $4, read_whole = $5, read_total = $6
     where id = $1`,
    [workspace, seq, read.number, read.takenAt, read.whole, read.total],
  );
}

/** Reads the workspace's row so that no other recording can come between. */
async function lockWorkspace(session: Session, source: RecordedSource): Promise<WorkspaceRow | null> {
  const rows = await session.query<WorkspaceRow>(
    'select id, seq, read_at from workspaces where base_url = $1 and workspace = $2 for update',
    [source.baseUrl, source.workspace],
  );
  return rows[0] ?? null;
}

async function insertWorkspace(
  session: Session,
  { baseUrl, workspace }: RecordedSource,
  { read }: Recording,
): Promise<number> {
  const [inserted] = await session.query<{ id: number }>(
    `insert into workspaces (base_url, workspace, seq, since, read_number, read_at, read_whole, read_total)
     values ($1, $2, 0, $4, $3, $4, $5, $6) on conflict do nothing returning id`,
    [baseUrl, workspace, read.number, read.takenAt, read.whole, read.total],
  );
  if (inserted === undefined) throw conflict();
  return inserted.id;
}

/** The failure of what was prepared before something else was recorded. */
export function conflict(): StoreError {
  return new StoreError('conflict', 'Something else has been recorded since.');
}

/** Moves what was recorded of a later time than `end` there, after a clock has been set back. */
async function endAt(session: Session, workspace: number, end: number): Promise<void> {
  const values = [workspace, end];
  await session.query('update workspaces set since = least(since, $2) where id = $1', values);
  await session.query(
    `update recorded_tickets set seen_at = least(seen_at, $2), not_before = case when not_before > $2 then $2 else not_before end
     where workspace = $1 and (seen_at > $2 or not_before > $2)`,
    values,
  );
  await session.query(
    `update recorded_changes set at = least(at, $2), not_before = least(not_before, $2)
     where workspace = $1 and (at > $2 or not_before > $2)`,
    values,
  );
  await session.query('delete from reads where workspace = $1 and taken_at > $2', values);
}
