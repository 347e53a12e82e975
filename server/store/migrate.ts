import { StoreError } from '../history/stored.ts';
import type { Database, Session } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** The number of the lock under which one process at a time migrates; any other number would do as well. */
const LOCK = 7_015_220_411;

/**
 * Brings a database to the schema of this version, whole or not at all.
 *
 * @throws StoreError `broken` when a newer version of Loopdesk has been there
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  // Most starts find nothing to do, and need no right to create anything.
  if ((await readVersion(database)) === migrations.length) return;
  await database.transaction(async (session) => {
    await session.query(`select pg_advisory_xact_lock(${LOCK})`);
    await session.query('create table if not exists loopdesk_schema (version int not null)');
    const version = await readVersion(session);
    if (version > migrations.length)
      throw new StoreError('broken', describeNewer(version, migrations.length));
    for (const migration of migrations.slice(version)) {
      for (const statement of statementsOf(migration)) await session.query(statement);
    }
    await session.query('delete from loopdesk_schema');
    await session.query('insert into loopdesk_schema values ($1)', [migrations.length]);
  });
}

/** The number of the schema; 0 for an empty database. */
async function readVersion(session: Session): Promise<number> {
  const [found] = await session.query<{ there: boolean }>(
    "select to_regclass('loopdesk_schema') is not null as there",
  );
  if (!found?.there) return 0;
  const [row] = await session.query<{ version: number }>('select version from loopdesk_schema');
  return row?.version ?? 0;
}

function describeNewer(found: number, known: number): string {
  return (
    `What is stored was written by a newer version of Loopdesk (schema ${found}, this one knows ${known}): ` +
    'start that version, or restore a backup that was made before it.'
  );
}

/** The statements of a migration: a database takes one at a time. */
function statementsOf(migration: string): string[] {
  return migration.split(/;\s*$/m).filter((statement) => statement.trim() !== '');
}
