import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';
import { runOrExit } from './run.mjs';

const STAMP = inProject('dist', '.built-from');
/** What a build is made from. */
export const SOURCES = [
  'client',
  'contract',
  'server',
  'vite.config.ts',
  'scripts/vite-plugins.mjs',
  'scripts/compress.mjs',
  'package-lock.json',
];

/** Builds screens and server, unless what is in dist/ was built from these very sources. */
export function ensureBuilt() {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  console.log('Building (once, and again after a change) …');
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  runOrExit(process.execPath, [vite, 'build', '--logLevel', 'warn']);
  runOrExit(process.execPath, [inProject('scripts', 'compress.mjs')]);
  runOrExit(process.execPath, [vite, 'build', '--ssr', '--logLevel', 'warn']);
  runOrExit(process.execPath, [inProject('scripts', 'store-template.mjs')]);
  writeFileSync(STAMP, sources);
}

/** By content, not by time: a fresh clone's files are all new. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(inProject(source))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} the files that a build may read, in a stable order
 */
function filesOf(path) {
  if (path.endsWith('.test.ts') || path.endsWith('.test.tsx')) return [];
  const entries = readEntries(path);
  if (entries === null) return [path];
  return entries.sort().flatMap((name) => filesOf(join(path, name)));
}

/**
 * @param {string} path
 * @returns {string[] | null} null for a file
 */
function readEntries(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled();
  ensureBuilt();
}
