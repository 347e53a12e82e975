import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {string[]} */
const folders = [];

// What was started in one of them may still be writing as it ends.
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/**
 * Makes an empty folder, which is removed when this process ends.
 * @param {string} purpose a word or two of its name
 * @returns {string} its path
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `loopdesk-${purpose}-`));
  folders.push(folder);
  return folder;
}
