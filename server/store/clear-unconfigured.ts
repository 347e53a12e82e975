import type { AgeLimits, ClearedSources, RecordedSource } from '../history/stored.ts';
import type { Session } from './database.ts';

interface WorkspaceRow {
  readonly id: number;
  readonly base_url: string;
  readonly workspace: string;
  readonly read_at: number;
}

/** The tables with rows of a workspace; its own row is the last to go. */
const TABLES = ['tickets', 'recorded_tickets', 'recorded_changes', 'recorded_values', 'reads'];

/** Clears within a transaction what is stored of workspaces that no settings name, by the age of their last read. */
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
  for (const { id, base_url: baseUrl, workspace, read_at } of rows) {
    if (configured.some((one) => one.baseUrl === baseUrl && one.workspace === workspace)) continue;
    const source = { baseUrl, workspace };
    if (read_at < removeBefore) {
      await removeWorkspace(session, id);
      cleared.removed.push(source);
    } else if (await eraseTickets(session, id)) cleared.erased.push(source);
  }
  return cleared;
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
