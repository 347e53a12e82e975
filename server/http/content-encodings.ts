import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Request } from 'express';

/** Encodings of a body, by their names in `Accept-Encoding`; the smaller ones first. */
export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The smallest encoding that a client takes. Every browser takes all with the same wish, so how much one is wished for
 * does not count: only what is refused (`br;q=0`) or not named is left out.
 */
export function acceptedEncoding(request: Pick<Request, 'acceptsEncodings'>): Encoding {
  if (request.acceptsEncodings('br')) return 'br';
  return request.acceptsEncodings('gzip') ? 'gzip' : 'identity';
}

/**
 * Bytes up to which encoding is quicker done than handed over: 60 kB take a seventh of a millisecond, and a thread of the
 * pool several times that in all, when every core is busy many times as long.
 */
const AT_ONCE_BYTES = 131_072;

/**
 * Most answers are asked for once, so the quickest that is about as small as what a web server sends: of 64 kB, brotli
 * leaves 16.2 kB (at 3 it takes twice as long for 14.6) and gzip 15.2 (at 6 twice as long for 14.0).
 */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP = { level: 3 };

/** Encodes bytes: a page at once, more in a thread of the process's pool while the event loop goes on. */
export function encode(bytes: Buffer, encoding: Exclude<Encoding, 'identity'>): Buffer | Promise<Buffer> {
  const isShort = bytes.length <= AT_ONCE_BYTES;
  if (encoding === 'br') return isShort ? brotliCompressSync(bytes, BROTLI) : brotliAsync(bytes, BROTLI);
  return isShort ? gzipSync(bytes, GZIP) : gzipAsync(bytes, GZIP);
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
