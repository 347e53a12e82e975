import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { flushFiles } from './flush-files.ts';
import type { Answer, Task, WorkerInput } from './messages.ts';

/**
 * The embedded database, which keeps its thread busy while it works. Beside what PGlite starts with: little memory, as one
 * process reads it once, and small files of the log.
 */
const PARAMETERS = [
  ...PGlite.defaultStartParams,
  '-c',
  'shared_buffers=16MB',
  '-c',
  'min_wal_size=32MB',
  '-c',
  'wal_recycle=off',
];
const INT8 = 20;

/** What is older than this, in milliseconds, every system has written by itself. */
const WRITTEN_MS = 3_600_000;

/** Clocks of file systems are less fine than ours, in milliseconds. */
const SLACK_MS = 2_000;

const port = parentPort;
if (port === null) throw new Error('This is a worker.');
const { directory } = workerData as WorkerInput;
const opening = PGlite.create({
  dataDir: directory,
  startParams: PARAMETERS,
  parsers: { [INT8]: Number },
});
opening.then(
  () => answer({ number: 0, rows: [] }),
  (error: unknown) => answer({ number: 0, failure: failureOf(error) }),
);
port.on('message', (task: Task) => void run(task));

let settledAt = Date.now() - WRITTEN_MS;

/** Tasks come one at a time. */
async function run(task: Task): Promise<void> {
  try {
    answer({ number: task.number, rows: await resultOf(task, await opening) });
  } catch (error) {
    answer({ number: task.number, failure: failureOf(error) });
  }
}

async function resultOf(task: Task, database: PGlite): Promise<unknown[]> {
  if (task.kind === 'query') return (await database.query(task.sql, [...task.values])).rows;
  // What was erased is in no file any more once its log has been left and removed.
  if (task.kind === 'close') await database.exec('select pg_switch_wal()');
  await settle(database);
  if (task.kind === 'close') await database.close();
  return [];
}

/** It has neither a process that takes out what is dead nor one that writes checkpoints, and it never calls fsync. */
async function settle(database: PGlite): Promise<void> {
  const began = Date.now();
  const { rows } = await database.query<{ names: string }>(
    "select string_agg(quote_ident(tablename), ', ') as names from pg_tables where schemaname = 'public'",
  );
  await database.exec(`vacuum (analyze) ${rows[0]?.names ?? 'pg_class'}`);
  await database.exec('checkpoint');
  flushFiles(directory, settledAt - SLACK_MS);
  settledAt = began;
}

function failureOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function answer(message: Answer): void {
  port?.postMessage(message);
}
