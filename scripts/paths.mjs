import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever a command was started from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export function inProject(...parts) {
  return join(ROOT, ...parts);
}
