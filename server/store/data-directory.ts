import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../error-code.ts';

/** The largest file, in bytes: a few lines are kept; anything longer was not written by us. */
const MAX_BYTES = 64 * 1024;

/** A draft of another process is renamed within milliseconds. One this old belongs to a process that has gone. */
const OLD_DRAFT_MS = 3_600_000;

/** The log of what goes wrong with files. */
export interface StoreLog {
  warn(facts: object, message: string): void;
}

/** The text of a small file. What is no plain file is not opened: reading a pipe would wait for ever. */
export function readSmallFile(path: string): string {
  const stats = statSync(path);
  if (!stats.isFile()) throw Object.assign(new Error('This is no plain file'), { code: 'EFTYPE' });
  if (stats.size > MAX_BYTES) throw Object.assign(new Error('This file is too large'), { code: 'EFBIG' });
  return readFileSync(path, 'utf8');
}

/**
 * Writes a small file, and makes its directory if need be. All or nothing: whoever reads finds the old text or the new
 * one, also after a crash.
 */
export function replaceFile(path: string, text: string): void {
  makeDirectory(dirname(path));
  try {
    writeAside(path, text);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    // A process in another container, which cannot see ours, has taken the draft for a leftover.
    writeAside(path, text);
  }
}

function writeAside(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  try {
    writeFileSync(draft, text, { flag: 'wx', flush: true, mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Makes a folder and its parents. Node's own way to make parents too never ends where one is there but takes no entries, as below /proc. */
export function makeDirectory(path: string, mode = 0o777): void {
  if (isDirectory(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeDirectory(parent);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have been faster.
    if (!isDirectory(path)) throw error;
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Removes the drafts of files that processes left behind which were killed while they wrote; not those of others. */
export function removeLeftovers(directory: string, logger: StoreLog): void {
  for (const name of namesIn(directory)) {
    const [, pid] = /^[\w-]+\.json\.(\d{1,10})\.tmp$/.exec(name) ?? [];
    const path = join(directory, name);
    try {
      if (pid !== undefined && isLeftover(path, Number(pid))) rmSync(path, { force: true });
    } catch (error) {
      logger.warn({ path, code: codeOf(error) }, 'what a killed process left behind cannot be removed');
    }
  }
}

/** The names in a directory; none where it cannot be read. */
function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Whoever reads or writes a file in it next fails too, and tells.
    return [];
  }
}

/** Our own number on a draft is of a process before us: this one has written none yet. */
function isLeftover(path: string, pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return true;
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.abs(age) > OLD_DRAFT_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return codeOf(error) === 'EPERM';
  }
}
