import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inProject } from './paths.mjs';
import { PARTS_FILE } from './vite-plugins.mjs';

/** @typedef {Record<string, number>} Sizes */
/** @typedef {{ bounds: { scripts: number, beforeRows: number }, files: Sizes, parts: Sizes }} FirstLoad */
/** @typedef {{ file: string, name: string, gzip: number, text: string }} LoadedFile */

const TABLE = inProject('scripts', 'first-load.json');

/** Zod's own name for its insides, which no bundler shortens. */
const ZOD = '._zod';

/**
 * Reads the bounds of the first load in bytes, gzipped, and what its files and parts came to when somebody last looked.
 * @returns {FirstLoad}
 */
export function readTable() {
  return JSON.parse(readFileSync(TABLE, 'utf8'));
}

/**
 * Reads the built page, and the scripts, modules and style sheets that it names.
 * @returns {LoadedFile[]}
 */
export function readFirstLoad() {
  const page = readFileSync(inProject('dist', 'client', 'index.html'), 'utf8');
  const tags = page.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const files = tags
    .filter((tag) => tag.startsWith('<script') || /rel="(?:modulepreload|stylesheet)"/.test(tag))
    .flatMap((tag) => /(?:src|href)="\/([^"]+)"/.exec(tag)?.[1] ?? []);
  return ['index.html', ...files].map((file) => {
    const text = readFileSync(inProject('dist', 'client', file), 'utf8');
    return { file, name: withoutHash(file), gzip: gzipSync(text).length, text };
  });
}

/**
 * A built file's name as it stays from one build to the next.
 * @param {string} file
 */
export function withoutHash(file) {
  return file.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

/**
 * Reads how many characters the parts of the page's own script have before they are minified, the largest first.
 * @returns {Sizes}
 */
export function readParts() {
  return JSON.parse(readFileSync(PARTS_FILE, 'utf8'));
}

/**
 * Judges a first load.
 * @param {readonly LoadedFile[]} files
 * @param {Sizes} parts
 * @param {FirstLoad} table
 * @returns {string[]} what is wrong, and what has grown by how much; nothing when all is well
 */
export function judgeFirstLoad(files, parts, table) {
  const scripts = files.filter(({ name }) => name.endsWith('.js'));
  const total = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  const faults = scripts
    .filter(({ text }) => text.includes(ZOD))
    .map(({ name }) => `${name} has zod in it, which only meetings need.`);
  const most = table.bounds.scripts;
  if (total <= most) return faults;
  return [
    ...faults,
    `The page names ${total} bytes of JavaScript; ${most} is the most.`,
    ...grown(sizesOf(files), table.files, 'bytes'),
    ...grown(parts, table.parts, 'characters before minification'),
  ];
}

/**
 * @param {Sizes} sizes
 * @param {Sizes} known
 * @param {string} unit
 */
function grown(sizes, known, unit) {
  return Object.entries(sizes)
    .map(([name, size]) => ({ name, size, by: size - (known[name] ?? 0) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)
    .map(({ name, size, by }) => `  ${name}: ${size} ${unit}, ${by} more than it was`);
}

/**
 * @param {readonly LoadedFile[]} files
 * @returns {Sizes}
 */
function sizesOf(files) {
  return Object.fromEntries(files.map(({ name, gzip }) => [name, gzip]));
}

// `node scripts/first-load.mjs` checks what is built; with `--accept` it notes the sizes as they are.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = readFirstLoad();
  const table = readTable();
  const faults = judgeFirstLoad(files, readParts(), table);
  for (const fault of faults) console.error(fault);
  if (process.argv[2] === '--accept') {
    const now = { ...table, files: sizesOf(files), parts: readParts() };
    writeFileSync(TABLE, `${JSON.stringify(now, null, 2)}\n`);
  }
  process.exit(faults.length === 0 ? 0 : 1);
}
