import type { Recording } from '../history/recording.ts';
import type { TicketStore } from '../history/stored.ts';
import { clearUnconfigured } from './clear-unconfigured.ts';
import type { Database, Session } from './database.ts';
import { chunksOf, toNumberList } from './lists.ts';
import { loadWorkspace } from './load-workspace.ts';
import { pruneWorkspace } from './prune-workspace.ts';
import { conflict, writeRecording } from './write-recording.ts';

/** Ids or codes of one statement. */
const CHUNK = 10_000;

/** The words, names and addresses of a ticket are its body, and nothing else has any. */
const ERASE = `
  delete from tickets t using workspaces w
  where w.base_url = $1 and w.workspace = $2 and t.workspace = w.id and not t.listed
    and t.id = any ($3::text::int8[])`;

const COUNT = `
  update workspaces set seq = $3 where base_url = $1 and workspace = $2 and seq = $3 - 1 returning id`;

const DROP = 'delete from recorded_values where workspace = $1 and code = any ($2::text::int4[])';

/**
 * Has the last word on a transaction that writes what is recorded of a workspace: it rejects to have nothing written.
 *
 * @param recording null for what is no recording
 */
export type RecordingGuard = (session: Session, recording: Recording | null) => Promise<void>;

/** The store of tickets in an SQL database whose schema is that of `migrations/`. */
export function createSqlTicketStore(
  database: Database,
  guard: RecordingGuard = async () => {},
): TicketStore {
  return {
    load: (source) => loadWorkspace(database, source),
    record: (source, recording) =>
      database.transaction(async (session) => {
        await writeRecording(session, source, recording);
        await guard(session, recording);
      }),
    prune: (source, pruning) =>
      database.transaction(async (session) => {
        await pruneWorkspace(session, source, pruning);
        await guard(session, null);
      }),
    dropValues: ({ baseUrl, workspace }, seq, codes) =>
      database.transaction(async (session) => {
        const [row] = await session.query<{ id: number }>(COUNT, [baseUrl, workspace, seq]);
        if (row === undefined) throw conflict();
        for (const chunk of chunksOf(codes, CHUNK)) {
          await session.query(DROP, [row.id, toNumberList(chunk)]);
        }
        await guard(session, null);
      }),
    erase: ({ baseUrl, workspace }, ids) =>
      database.transaction(async (session) => {
        for (const chunk of chunksOf(ids, CHUNK)) {
          await session.query(ERASE, [baseUrl, workspace, toNumberList(chunk)]);
        }
        await guard(session, null);
      }),
    clearUnconfigured: (configured, limits) =>
      database.transaction((session) => clearUnconfigured(session, configured, limits)),
  };
}
