import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
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

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Brotli's next quality takes twice as long and saves a fiftieth. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
const GZIP = { level: 6 };

/** Encodes bytes in a thread of the process's pool, while the event loop goes on. */
export async function encode(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return bytes;
  return encoding === 'br' ? brotliAsync(bytes, BROTLI) : gzipAsync(bytes, GZIP);
}
