import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './paths.mjs';

const TEMPLATE = inProject('dist', 'store-template');
const STAMP = inProject('dist', '.store-template-of');

/** Raised when a template is made in another way, so that an older one is made anew. */
const FORM = 2;

/**
 * Makes an empty database, which each new store begins as a copy of: to make one takes seconds and 800 MB.
 */
async function ensureStoreTemplate() {
  const version = `${versionOfPglite()}, form ${FORM}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === version && existsSync(TEMPLATE)) return;
  const { PGlite } = await import('@electric-sql/pglite');
  rmSync(TEMPLATE, { recursive: true, force: true });
  mkdirSync(TEMPLATE, { recursive: true });
  const database = await PGlite.create({ dataDir: TEMPLATE });
  await database.exec('checkpoint');
  await database.close();
  makeReadable(TEMPLATE);
  writeFileSync(STAMP, version);
}

/**
 * Whoever builds is often not who runs it, and the database leaves some files to its own user alone.
 * @param {string} folder
 */
function makeReadable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else chmodSync(path, 0o644);
  }
}

function versionOfPglite() {
  const description = readFileSync(
    inProject('node_modules', '@electric-sql', 'pglite', 'package.json'),
    'utf8',
  );
  return String(JSON.parse(description).version);
}

/** Makes it before the tests that need one. */
export { ensureStoreTemplate as setup };

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureStoreTemplate();
