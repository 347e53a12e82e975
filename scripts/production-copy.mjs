import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject } from './paths.mjs';
import { productionPackages } from './production-packages.mjs';

/**
 * Makes a folder with what is built and the packages of the product alone, as `npm ci --omit=dev` would. It lies outside
 * the project, in whose own `node_modules` Node would find the others.
 * @returns {string} its path, for the caller to remove
 */
export function makeProductionCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-product-'));
  for (const part of ['dist/server', 'dist/client', 'dist/store-template']) {
    cpSync(inProject(part), join(folder, part), { recursive: true });
  }
  copyFileSync(inProject('package.json'), join(folder, 'package.json'));
  for (const { path } of productionPackages()) linkFolder(inProject(path), join(folder, path));
  return folder;
}

/**
 * Links the files of a package, without the packages in it: those are listed by themselves.
 * @param {string} from
 * @param {string} to
 */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'node_modules') linkFolder(source, target);
    else if (entry.isFile()) linkFile(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another file system, or one without links; a file that is missing fails again here.
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}
