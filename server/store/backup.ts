import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StoreError } from '../history/stored.ts';
import type { Database, Session } from './database.ts';
import { toLines } from './lists.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** The version of the file's format; its rows are those of the schema that it names. */
const FORMAT = 1;
const ROWS = 1_000;

/** The tables, each after those that it refers to, with the key that its rows are read by. */
const TABLES: readonly (readonly [table: string, key: string])[] = [
  ['workspaces', 'id'],
  ['tickets', 'workspace, id'],
  ['recorded_values', 'workspace, code'],
  ['recorded_tickets', 'workspace, id'],
  ['recorded_changes', 'workspace, position'],
  ['reads', 'workspace, quarter'],
  ['reports', 'base_url, workspace'],
];

/** Rows by table. */
export type BackupCounts = Readonly<Record<string, number>>;

/**
 * Writes all that is stored into one file, of one moment, which is whole or not there. It is gzipped JSON, one row a line.
 *
 * @param path null to read everything without writing it
 */
export async function exportStore(database: Database, path: string | null): Promise<BackupCounts> {
  const counts: Record<string, number> = {};
  await database.transaction(async (session) => {
    await session.query('set transaction isolation level repeatable read');
    const lines = Readable.from(linesOf(session, counts));
    if (path === null) await finished(lines.resume());
    else await writeWhole(lines, path);
  });
  return counts;
}

async function writeWhole(lines: Readable, path: string): Promise<void> {
  const draft = `${path}.part`;
  try {
    await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* linesOf(session: Session, counts: Record<string, number>): AsyncGenerator<string> {
  yield `${JSON.stringify({ loopdesk: 'store', format: FORMAT, schema: MIGRATIONS.length })}\n`;
  for (const [table, key] of TABLES) {
    counts[table] = 0;
    await session.query(
      `declare rows_of no scroll cursor for select to_json(t)::text as row from ${table} t order by ${key}`,
    );
    for (;;) {
      const rows = await session.query<{ row: string }>(`fetch ${ROWS} from rows_of`);
      if (rows.length === 0) break;
      counts[table] = (counts[table] ?? 0) + rows.length;
      yield `${rows.map(({ row }) => `${JSON.stringify(table)}\t${row}`).join('\n')}\n`;
    }
    await session.query('close rows_of');
  }
  yield `${JSON.stringify({ end: counts })}\n`;
}

/**
 * Reads a file of {@link exportStore} into a store, whole or not at all.
 *
 * @param replace whether what is stored may be replaced
 */
export async function importStore(
  database: Database,
  path: string,
  { replace }: { readonly replace: boolean },
): Promise<BackupCounts> {
  const counts: Record<string, number> = Object.fromEntries(TABLES.map(([table]) => [table, 0]));
  await database.transaction(async (session) => {
    await clear(session, replace);
    let end: string | null = null;
    for await (const { table, rows, last } of readFile(path)) {
      end = last;
      if (rows.length === 0) continue;
      counts[table] = (counts[table] ?? 0) + rows.length;
      await session.query(
        `insert into ${table} overriding system value
         select r.* from unnest(string_to_array($1::text, E'\\n')) as line,
           json_populate_record(null::${table}, line::json) as r`,
        [toLines(rows)],
      );
    }
    if (end !== JSON.stringify({ end: counts })) throw unreadable('it is cut off');
    for (const [table, column] of [
      ['workspaces', 'id'],
      ['recorded_changes', 'position'],
    ]) {
      await session.query(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), max(${column})) from ${table}
         having max(${column}) is not null`,
      );
    }
  });
  return counts;
}

async function clear(session: Session, replace: boolean): Promise<void> {
  const [found] = await session.query('select 1 from workspaces union all select 1 from reports limit 1');
  if (found === undefined) return;
  if (!replace) {
    throw new StoreError(
      'broken',
      'There is something stored already: add --replace to have it replaced by the file.',
    );
  }
  for (const [table] of TABLES.toReversed()) await session.query(`delete from ${table}`);
  // What is on its way between processes is of what was there before.
  await session.query('delete from publications');
  await session.query('delete from shared_recordings');
  await session.query('update leases set head = null');
}

interface Part {
  readonly table: string;
  readonly rows: readonly string[];
  /** The line that ends the file, once it has come. */
  readonly last: string | null;
}

async function* readFile(path: string): AsyncGenerator<Part> {
  const unzipped = createGunzip();
  const reading = pipeline(createReadStream(path), unzipped).catch((error: unknown) =>
    unzipped.destroy(error as Error),
  );
  let rows: string[] = [];
  let table = '';
  let first = true;
  let last: string | null = null;
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (first) requireHead(line);
      else if (line.startsWith('{')) last = line;
      else {
        const [name, row] = splitLine(line);
        if (name !== table || rows.length === ROWS) {
          yield { table, rows, last };
          [table, rows] = [name, []];
        }
        rows.push(row);
      }
      first = false;
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw unreadable('it is damaged, or no such file');
  } finally {
    unzipped.destroy();
    await reading;
  }
  yield { table, rows, last };
}

function requireHead(line: string): void {
  const { loopdesk, format, schema } = parseHead(line);
  if (loopdesk !== 'store') throw unreadable('it is no backup of a store');
  if (format !== FORMAT || schema !== MIGRATIONS.length) {
    throw unreadable(`it was written by another version of Loopdesk (format ${format}, schema ${schema})`);
  }
}

function parseHead(line: string): { loopdesk?: unknown; format?: unknown; schema?: unknown } {
  try {
    return Object(JSON.parse(line));
  } catch {
    throw unreadable('it is no backup of a store');
  }
}

function splitLine(line: string): readonly [table: string, row: string] {
  const tab = line.indexOf('\t');
  const table = line.slice(1, tab - 1);
  if (!TABLES.some(([name]) => name === table)) throw unreadable('it has an unknown part');
  return [table, line.slice(tab + 1)];
}

function unreadable(why: string): StoreError {
  return new StoreError('broken', `The file cannot be read: ${why}.`);
}
