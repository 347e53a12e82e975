import type { Pruning } from '../history/recording.ts';
import type { RecordedSource } from '../history/stored.ts';
import type { Session } from './database.ts';
import { toStoredState } from './fields.ts';
import { chunksOf, toLines, toNumberList } from './lists.ts';

/** Rows of one statement. */
const CHUNK = 1_000;

/** Ends within a transaction what is older than the time for which states are kept. */
export async function pruneWorkspace(
  session: Session,
  { baseUrl, workspace: name }: RecordedSource,
  { before, states, removed }: Pruning,
): Promise<void> {
  const [row] = await session.query<{ id: number }>(
    `update workspaces set since = greatest(since, $3) where base_url = $1 and workspace = $2 returning id`,
    [baseUrl, name, before],
  );
  if (row === undefined) return;
  const workspace = row.id;
  for (const chunk of chunksOf(states, CHUNK)) {
    await session.query(
      `update recorded_tickets r set state = t.state::int4[]
       from unnest($2::text::int8[], string_to_array($3::text, E'\\n')) as t (id, state)
       where r.workspace = $1 and r.id = t.id`,
      [
        workspace,
        toNumberList(chunk.map(({ id }) => id)),
        toLines(chunk.map(({ state }) => toNumberList(toStoredState(state)))),
      ],
    );
  }
  await session.query('delete from recorded_changes where workspace = $1 and at <= $2', [workspace, before]);
  await session.query('delete from reads where workspace = $1 and taken_at < $2', [workspace, before]);
  for (const chunk of chunksOf(removed, CHUNK)) {
    const values = [workspace, toNumberList(chunk)];
    const those = 'where workspace = $1 and id = any ($2::text::int8[])';
    await session.query(`delete from tickets ${those}`, values);
    await session.query(`delete from recorded_tickets ${those}`, values);
    await session.query(`delete from recorded_changes ${those.replace('id', 'ticket')}`, values);
  }
}
