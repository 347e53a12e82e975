import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until all that was written below a folder is on the disk. */
export function flushFiles(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) flushFiles(path);
    else if (entry.isFile()) flush(path, 'r+');
  }
  // Windows flushes no folders, and needs not to.
  if (process.platform !== 'win32') flush(directory, 'r');
}

function flush(path: string, flag: string): void {
  const file = openSync(path, flag);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
