import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../../history/stored.ts';
import { makeDirectory } from '../data-directory.ts';
import { connect } from './connection.ts';

/** The major version of PostgreSQL that the embedded one is. */
const MAJOR = '18';

/** An empty database that a build has made, since making one takes seconds and much memory; null when there is none. */
const TEMPLATE = findTemplate();

/** Bytes that a probe writes. */
const PROBE = 1_000_000;

/** Bytes without which nothing is begun: without room for the next files of its log the database hangs or crashes. */
const LEAST_ROOM = 48 * 2 ** 20;

/** The folder of the store below `DATA_DIR`. */
export function storeDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'store');
}

/** The folder of the store below `DATA_DIR`, made so that nobody else reads it: files of a database say nothing of rights. */
export function makeStoreDirectory(dataDirectory: string): string {
  const directory = storeDirectory(dataDirectory);
  makeDirectory(directory, 0o700);
  chmodSync(directory, 0o700);
  return directory;
}

/** Whether a process before this one has made a database there. */
export function hasDatabase(directory: string): boolean {
  return existsSync(join(directory, 'postgres'));
}

/**
 * The folder of the database, which is made when it is not there: aside, so that it is whole or not there.
 *
 * @throws StoreError `broken` when it is of another major version
 */
export async function prepareDatabase(directory: string): Promise<string> {
  const path = join(directory, 'postgres');
  const draft = `${path}.new`;
  rmSync(draft, { recursive: true, force: true });
  if (existsSync(path)) requireMajor(path);
  else {
    await makeDatabase(draft);
    renameSync(draft, path);
  }
  return path;
}

async function makeDatabase(path: string): Promise<void> {
  if (TEMPLATE !== null) {
    cpSync(TEMPLATE, path, { recursive: true, preserveTimestamps: true });
    return;
  }
  mkdirSync(path);
  await (await connect(path)).close();
}

/** The version stands in a file of its own in every database; where it lacks, the database is damaged. */
function requireMajor(path: string): void {
  const file = join(path, 'PG_VERSION');
  const major = existsSync(file) ? readFileSync(file, 'utf8').trim() : MAJOR;
  if (major === MAJOR || !/^\d+$/.test(major)) return;
  throw new StoreError(
    'broken',
    `The store was made with PostgreSQL ${major}, and this version of Loopdesk has ${MAJOR}: export it with the version ` +
      'that made it (npm run store -- export FILE), move the folder store away, and import that file.',
  );
}

/** Throws the system's error when files cannot be written in a folder, or there is too little room for those of a database. */
export function requireRoom(directory: string): void {
  const path = join(directory, `probe.${process.pid}.tmp`);
  requireSpace(directory);
  try {
    writeFileSync(path, Buffer.alloc(PROBE), { flush: true });
  } finally {
    rmSync(path, { force: true });
  }
}

/** Throws the system's error for a full disk when there is too little room for what the database may write next. */
export function requireSpace(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < LEAST_ROOM) throw Object.assign(new Error('Too little room'), { code: 'ENOSPC' });
}

/** Moves a damaged database out of the way, for somebody to look at; what it is called now. */
export function moveAside(directory: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  const taken = new Set(readdirSync(directory));
  let name = `damaged-${day}`;
  for (let count = 2; taken.has(name); count++) name = `damaged-${day}-${count}`;
  renameSync(join(directory, 'postgres'), join(directory, name));
  return join(directory, name);
}

/** Puts a database back that was moved aside, over whatever was begun in its place. */
export function putBack(directory: string, aside: string): void {
  const path = join(directory, 'postgres');
  rmSync(path, { recursive: true, force: true });
  renameSync(aside, path);
}

function findTemplate(): string | null {
  const place = import.meta.url.endsWith('.js') ? '../store-template' : '../../../dist/store-template';
  const path = fileURLToPath(new URL(place, import.meta.url));
  return existsSync(join(path, 'PG_VERSION')) ? path : null;
}
