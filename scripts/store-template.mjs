import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inProject } from './paths.mjs';

const TEMPLATE = inProject('dist', 'store-template');
const STAMP = inProject('dist', '.store-template-of');

/**
 * Makes an empty database, which each new store begins as a copy of: to make one takes seconds and 800 MB.
 */
async function ensureStoreTemplate() {
  const version = versionOfPglite();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === version && existsSync(TEMPLATE)) return;
  const { PGlite } = await import('@electric-sql/pglite');
  rmSync(TEMPLATE, { recursive: true, force: true });
  mkdirSync(TEMPLATE, { recursive: true });
  const database = await PGlite.create({ dataDir: TEMPLATE });
  await database.exec('checkpoint');
  await database.close();
  writeFileSync(STAMP, version);
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
