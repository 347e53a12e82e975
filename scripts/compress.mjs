import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inProject } from './paths.mjs';

/** Types that are text, and so worth it; images and fonts are compressed by themselves. */
const KINDS = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest']);

/** Smaller files fit a packet as they are. */
const LEAST_BYTES = 1_024;

/** What is made once may take its time: these are the highest levels. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const GZIP = { level: constants.Z_BEST_COMPRESSION };

/**
 * Writes beside each file of text in a folder what the server sends in its place: `NAME.br` and `NAME.gz`.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  await Promise.all(files.filter((file) => KINDS.has(extname(file))).map(compressFile));
}

/** @param {string} file */
async function compressFile(file) {
  const content = readFileSync(file);
  if (content.length < LEAST_BYTES) return;
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, BROTLI));
  writeFileSync(`${file}.gz`, await promisify(gzip)(content, GZIP));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await compressFiles(inProject('dist', 'client'));
}
