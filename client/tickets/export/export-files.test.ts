import { expect, test } from 'vitest';
import { exportFiles } from './export-files.ts';

const CSV = '\uFEFF"id"\r\n1\r\n';
const NOTES = [{ name: 'Filters', value: 'none' }];

/** A file whose bytes came in pieces of so many. */
function file(size: number) {
  const all = new TextEncoder().encode(CSV);
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < all.length; at += size) bytes.push(all.slice(at, at + size));
  return { name: 'tickets-1.csv', type: 'text/csv; charset=utf-8', rows: 1, bytes };
}

async function written(place: 'file' | 'lines' | 'none', size = 100) {
  const files = exportFiles(file(size), NOTES, place);
  return Promise.all(files.map(async ({ name, content }) => [name, await textOf(content)]));
}

test('notes lie beside the tickets in a file of their own', async () => {
  expect(await written('file')).toEqual([
    ['tickets-1.csv', CSV],
    ['tickets-1-notes.txt', '\uFEFFFilters: none\r\n'],
  ]);
});

test('as first lines they come after the byte order mark, of which there is one', async () => {
  for (const size of [1, 2, 3, 4, 100]) {
    expect(await written('lines', size)).toEqual([
      ['tickets-1.csv', '\uFEFF"# Filters: none"\r\n\r\n"id"\r\n1\r\n'],
    ]);
  }
});

test('without notes the file is the server’s', async () => {
  expect(await written('none')).toEqual([['tickets-1.csv', CSV]]);
});

/** With its byte order mark. */
async function textOf(content: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer());
}
