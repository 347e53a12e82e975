import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * Reads tickets from a file with one JSON object a line, packed with gzip if its name ends in `.gz`. They are
 * taken as they are, however odd: it is for the reader to cope with them.
 *
 * @throws Error with the number of the line that is no JSON object, or when the file cannot be read
 */
export async function readTicketFile(path: string): Promise<object[]> {
  const records: object[] = [];
  let number = 0;
  for await (const line of createInterface({ input: open(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') records.push(parseLine(line, number, path));
  }
  return records;
}

function open(path: string): Readable {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

function parseLine(line: string, number: number, path: string): object {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    // No JSON at all: refused below with all that is no object.
    record = null;
  }
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record;
  throw new Error(`Line ${number} of ${path} is not a JSON object`);
}
