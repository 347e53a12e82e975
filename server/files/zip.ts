import { Readable } from 'node:stream';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { inSlices } from './slices.ts';

/** One file within a zip file; its lines are made as they are written. */
export interface ZipPart {
  readonly name: string;
  readonly lines: Iterable<string>;
}

/** The most bytes of a part, as a zip file without extensions can tell them. */
const LARGEST = 0xffff_ffff;

const DEFLATED = 8;

/**
 * Writes a zip file, part by part as they come: nothing is held but what its reader has not taken yet. The parts are
 * deflated by Node, outside of the event loop and six times as fast as in JavaScript; fflate writes what stands around
 * them.
 *
 * @throws RangeError for more than a zip file can hold, rather than write one that nobody can read
 */
export async function* writeZip(
  parts: Iterable<ZipPart>,
  modified: Date,
  largest = LARGEST,
): AsyncGenerator<Uint8Array> {
  let sent = 0;
  let written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written.push(bytes);
  });
  function* take(): Generator<Uint8Array> {
    for (const bytes of written) {
      sent += bytes.length;
      if (sent > largest) throw new RangeError('This is more than a zip file can hold.');
      yield bytes;
    }
    written = [];
  }
  for (const { name, lines } of parts) {
    const entry: ZipInputFile = { filename: name, size: 0, crc: 0, compression: DEFLATED, mtime: modified };
    zip.add(entry);
    for await (const bytes of deflate(measured(lines, entry, largest))) {
      entry.ondata?.(null, bytes, false);
      yield* take();
    }
    entry.ondata?.(null, new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

/** The lines as bytes; the entry learns how many they are, and their checksum. */
async function* measured(
  lines: Iterable<string>,
  entry: ZipInputFile,
  largest: number,
): AsyncGenerator<Buffer> {
  for await (const piece of inSlices(lines)) {
    const bytes = Buffer.from(piece);
    entry.size += bytes.length;
    entry.crc = crc32(bytes, entry.crc);
    if (entry.size > largest) throw new RangeError(`${entry.filename} is larger than a zip file can tell.`);
    yield bytes;
  }
}

/** The bytes deflated. What ends either side early ends the other, too. */
function deflate(bytes: AsyncIterable<Buffer>): DeflateRaw {
  const source = Readable.from(bytes);
  const deflated = createDeflateRaw({ chunkSize: 65_536 });
  source.once('error', (error) => deflated.destroy(error));
  deflated.once('close', () => source.destroy());
  return source.pipe(deflated);
}
