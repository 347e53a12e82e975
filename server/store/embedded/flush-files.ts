import { closeSync, fstatSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until all that was written below a folder since then, in epoch milliseconds, is on the disk. */
export function flushFiles(directory: string, since: number): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) flushFiles(path, since);
    else if (entry.isFile()) flush(path, 'r+', since);
  }
  // Windows flushes no folders, and needs not to.
  if (process.platform !== 'win32') flush(directory, 'r', since);
}

function flush(path: string, flag: string, since: number): void {
  const file = openSync(path, flag);
  try {
    if (fstatSync(file).mtimeMs >= since) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
