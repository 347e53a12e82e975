import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFirstLoad, readParts } from '../scripts/first-load.mjs';
import { formatTable } from './figures.ts';

const CLIENT = new URL('../dist/client/', import.meta.url);

/** Sizes of the files loaded before the first screen shows and of those loaded later, by index.html. */
export function benchBundle(): string {
  const first = new Set(readFirstLoad().map(({ file }) => basename(file)));
  const assets = readdirSync(new URL('assets/', CLIENT)).map((name) => `assets/${name}`);
  const files = [...readdirSync(CLIENT).filter((name) => extname(name) !== ''), ...assets];
  const rows = files
    .filter((file) => KINDS.has(extname(file)))
    .map((file) => ({ file, isFirst: first.has(basename(file)), ...sizesOf(file) }))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.gzip - a.gzip);
  const total = (kind: string, size: 'gzip' | 'sent') =>
    rows.filter((row) => row.isFirst && extname(row.file) === kind).reduce((sum, row) => sum + row[size], 0);
  const firstRow = (name: string, kind: string) => [
    `**first load, ${name}**`,
    'first',
    '',
    `**${kilobytes(total(kind, 'gzip'))}**`,
    `**${kilobytes(total(kind, 'sent'))}**`,
  ];
  const sizes = formatTable([
    ['file', 'loaded', 'bytes', 'gzip, kB', 'as sent to browsers, kB'],
    firstRow('JavaScript', '.js'),
    firstRow('CSS', '.css'),
    ...rows.map(({ file, isFirst, bytes, gzip, sent }) => [
      file,
      isFirst ? 'first' : 'later',
      String(bytes),
      kilobytes(gzip),
      kilobytes(sent),
    ]),
  ]);
  const parts = formatTable([
    ['part of the first script', 'characters before minification'],
    ...Object.entries(readParts())
      .slice(0, MOST_PARTS)
      .map(([part, characters]) => [part, String(characters)]),
  ]);
  return `${sizes}\n\n${parts}`;
}

/** Most parts listed; those after them are small. */
const MOST_PARTS = 25;

const KINDS = new Set(['.js', '.css']);

function sizesOf(file: string): { bytes: number; gzip: number; sent: number } {
  const content = readFileSync(new URL(file, CLIENT));
  const encoded = new URL(`${file}.br`, CLIENT);
  const sent = existsSync(encoded) ? readFileSync(encoded) : content;
  return { bytes: content.length, gzip: gzipSync(content).length, sent: sent.length };
}

/** Thousands of bytes, as bundlers count them. */
function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
