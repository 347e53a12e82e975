import type { AgeLimits, ClearedSources, RecordedSource } from '../history/stored.ts';
import type { Session } from './database.ts';

interface SourceRow {
  readonly base_url: string;
  readonly workspace: string;
}

interface WorkspaceRow extends SourceRow {
  readonly id: number;
  readonly read_at: number;
}

/** The tables with rows of a workspace; its own row is the last to go. */
const TABLES = ['tickets', 'recorded_tickets', 'recorded_changes', 'recorded_values', 'reads'];

/** The tables of what is on its way between processes; a lease goes with it. */
const ERASE_PUBLISHED = `
  delete from publications p using leases l where p.lease = l.id and l.base_url = $1 and l.workspace = $2`;

const REMOVE_LEASE = 'delete from leases where base_url = $1 and workspace = $2';

/** Leases of workspaces that were never recorded, and what was published of them: nothing else would tell their age. */
const REMOVE_UNRECORDED = `
  delete from leases l where expires_at < to_timestamp($1::int8 / 1000.0) and not exists (
    select 1 from workspaces w where w.base_url = l.base_url and w.workspace = l.workspace)`;

/** Schedules of workspaces of which nothing else is stored, and which nothing has happened to for long. */
const FORGOTTEN_REPORTS = `
  select base_url, workspace from reports r
  where greatest(since, begun, last_sent_at) < $1
    and not exists (select 1 from workspaces w where w.base_url = r.base_url and w.workspace = r.workspace)
  order by base_url, workspace for update`;

/**
 * Clears within a transaction what is stored of workspaces that no settings name, by the age of their last read; a schedule
 * of one that was never read, or whose reads are gone, by its own.
 */
export async function clearUnconfigured(
  session: Session,
  configured: readonly RecordedSource[],
  { eraseBefore, removeBefore }: AgeLimits,
): Promise<ClearedSources> {
  const rows = await session.query<WorkspaceRow>(
    'select id, base_url, workspace, read_at from workspaces where read_at < $1 order by id for update',
    [Math.max(eraseBefore, removeBefore)],
  );
  const cleared = { erased: [] as RecordedSource[], removed: [] as RecordedSource[] };
  const isConfigured = ({ baseUrl, workspace }: RecordedSource) =>
    configured.some((one) => one.baseUrl === baseUrl && one.workspace === workspace);
  for (const row of rows) {
    const { id, read_at } = row;
    const source = sourceOf(row);
    if (isConfigured(source)) continue;
    if (read_at < removeBefore) {
      await removeWorkspace(session, id);
      await removeReport(session, source);
      await session.query(REMOVE_LEASE, [source.baseUrl, source.workspace]);
      cleared.removed.push(source);
    } else if (await eraseTickets(session, id)) {
      await session.query(ERASE_PUBLISHED, [source.baseUrl, source.workspace]);
      cleared.erased.push(source);
    }
  }
  await session.query(REMOVE_UNRECORDED, [eraseBefore]);
  const forgotten = (await session.query<SourceRow>(FORGOTTEN_REPORTS, [removeBefore])).map(sourceOf);
  for (const source of forgotten) {
    if (isConfigured(source)) continue;
    await removeReport(session, source);
    cleared.removed.push(source);
  }
  return cleared;
}

function sourceOf({ base_url: baseUrl, workspace }: SourceRow): RecordedSource {
  return { baseUrl, workspace };
}

async function removeReport(session: Session, { baseUrl, workspace }: RecordedSource): Promise<void> {
  await session.query('delete from reports where base_url = $1 and workspace = $2', [baseUrl, workspace]);
}

async function removeWorkspace(session: Session, id: number): Promise<void> {
  for (const table of TABLES) await session.query(`delete from ${table} where workspace = $1`, [id]);
  await session.query('delete from workspaces where id = $1', [id]);
}

/** Whether there was anything to erase. */
async function eraseTickets(session: Session, id: number): Promise<boolean> {
  const some = await session.query('select 1 from tickets where workspace = $1 limit 1', [id]);
  if (some.length === 0) return false;
  await session.query('delete from tickets where workspace = $1', [id]);
  // Whoever still has them in memory is to read again what is stored, before anything more is recorded.
  await session.query('update workspaces set seq = seq + 1, read_whole = false where id = $1', [id]);
  return true;
}
