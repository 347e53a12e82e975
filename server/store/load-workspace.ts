import type { Ticket } from '../../contract/index.ts';
import type { RecordedSource, StoredWorkspace } from '../history/stored.ts';
import { StoreError } from '../history/stored.ts';
import type { Database } from './database.ts';
import { loadHistory } from './load-history.ts';
import { readAll } from './read-all.ts';

interface WorkspaceRow {
  readonly id: number;
  readonly seq: number;
  readonly since: number;
  readonly read_number: number;
  readonly read_at: number;
  readonly read_whole: boolean;
  readonly read_total: number | null;
}

/** Reads what is stored of a workspace; its tickets and its history come when they are asked for. */
export async function loadWorkspace(
  database: Database,
  { baseUrl, workspace }: RecordedSource,
): Promise<StoredWorkspace | null> {
  const [row] = await database.query<WorkspaceRow>(
    `select id, seq, since, read_number, read_at, read_whole, read_total
     from workspaces where base_url = $1 and workspace = $2`,
    [baseUrl, workspace],
  );
  if (row === undefined) return null;
  return {
    seq: row.seq,
    since: row.since,
    read: { number: row.read_number, takenAt: row.read_at, whole: row.read_whole, total: row.read_total },
    tickets: () => unlessRecorded(database, row, loadTickets(database, row.id)),
    history: () => unlessRecorded(database, row, loadHistory(database, row.id)),
  };
}

async function* loadTickets(database: Database, workspace: number): AsyncGenerator<readonly Ticket[]> {
  const rows = readAll<{ key: number; body: string }>(
    database,
    `select id as key, body from tickets where workspace = $1 and listed and id < $2
     order by id desc limit $3`,
    { workspace, from: Number.MAX_SAFE_INTEGER },
  );
  for await (const chunk of rows) yield chunk.map(({ body }) => JSON.parse(body) as Ticket);
}

/** Parts of one state of the workspace: fails when another was recorded while they were read. */
async function* unlessRecorded<Part>(
  database: Database,
  { id, seq }: WorkspaceRow,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Part> {
  yield* parts;
  const [now] = await database.query<{ seq: number }>('select seq from workspaces where id = $1', [id]);
  if (now?.seq !== seq) throw new StoreError('conflict', 'Something else was recorded meanwhile.');
}
