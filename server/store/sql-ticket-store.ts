import type { TicketStore } from '../history/stored.ts';
import { clearUnconfigured } from './clear-unconfigured.ts';
import type { Database } from './database.ts';
import { chunksOf, toNumberList } from './lists.ts';
import { loadWorkspace } from './load-workspace.ts';
import { pruneWorkspace } from './prune-workspace.ts';
import { writeRecording } from './write-recording.ts';

/** Ids of one statement. */
const CHUNK = 10_000;

/** The words, names and addresses of a ticket are its body, and nothing else has any. */
const ERASE = `
  delete from tickets t using workspaces w
  where w.base_url = $1 and w.workspace = $2 and t.workspace = w.id and not t.listed
    and t.id = any ($3::text::int8[])`;

/** The store of tickets in an SQL database whose schema is that of `migrations/`. */
export function createSqlTicketStore(database: Database): TicketStore {
  return {
    load: (source) => loadWorkspace(database, source),
    record: (source, recording) =>
      database.transaction((session) => writeRecording(session, source, recording)),
    prune: (source, pruning) => database.transaction((session) => pruneWorkspace(session, source, pruning)),
    erase: ({ baseUrl, workspace }, ids) =>
      database.transaction(async (session) => {
        for (const chunk of chunksOf(ids, CHUNK)) {
          await session.query(ERASE, [baseUrl, workspace, toNumberList(chunk)]);
        }
      }),
    clearUnconfigured: (configured, limits) =>
      database.transaction((session) => clearUnconfigured(session, configured, limits)),
  };
}
