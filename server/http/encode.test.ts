import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeHere, encodeInPool } from './content-encodings.ts';
import { encode } from './encode.ts';

const body = fc.record({
  bytes: fc.integer({ min: 0, max: 200_000 }).map((length) => Buffer.alloc(length, `${length} words `)),
  encoding: fc.constantFrom('br' as const, 'gzip' as const),
});

test('however many come together, each is encoded as itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 20 }), async (bodies) => {
      const encoded = await Promise.all(bodies.map(async (one) => await encode(one.bytes, one.encoding)));
      const decoded = encoded.map((bytes, index) =>
        bodies[index]?.encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes),
      );
      expect(decoded.map(String)).toEqual(bodies.map(({ bytes }) => String(bytes)));
    }),
    { numRuns: 30 },
  );
});

test('no more than a few short ones wait, and those that are done make room', async () => {
  const short = Buffer.from('words '.repeat(1_000));
  for (const _round of ['first', 'next']) {
    const encoded = Array.from({ length: 10 }, () => encode(short, 'br'));
    expect(encoded.filter(Buffer.isBuffer)).toHaveLength(2);
    await Promise.all(encoded);
  }
});

test("in a pool's thread bytes are encoded as they are here, however many pieces they become", async () => {
  // What has no pattern becomes hundreds of pieces.
  for (const bytes of [Buffer.alloc(0), Buffer.from('words '.repeat(20_000)), randomBytes(5_000_000)]) {
    for (const encoding of ['br', 'gzip'] as const) {
      expect(encodeHere(bytes, encoding).equals(await encodeInPool(bytes, encoding))).toBe(true);
    }
  }
});
