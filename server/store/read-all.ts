import type { Session } from './database.ts';

/** Rows of one statement: more would keep the process busy for too long at a time. */
const CHUNK = 1_000;

/** The beginning of a reading: rows come whose key is past `from`. */
interface Start {
  readonly workspace: number;
  readonly from: number;
}

/**
 * Reads many rows of a workspace, in chunks.
 *
 * @param sql takes the workspace, the last `key` that was read, and how many rows are wanted
 */
export async function* readAll<Row extends { readonly key: number }>(
  session: Session,
  sql: string,
  { workspace, from }: Start,
): AsyncGenerator<readonly Row[]> {
  let last = from;
  for (;;) {
    const rows = await session.query<Row>(sql, [workspace, last, CHUNK]);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = end.key;
  }
}
