import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Encoding } from './content-encodings.ts';
import { type AnswerWriter, encodeAnswer } from './encoded-answer.ts';

const LONG = JSON.stringify({ text: 'Bücher '.repeat(30_000) });

function answerOf(text: string, accepted: Encoding, onMade: () => void = () => undefined) {
  return encodeAnswer({ tag: 'W/"1"', accepted, write: (json) => json.addText(text), onMade });
}

function decode({ encoding, bytes }: { readonly encoding: Encoding; readonly bytes: Buffer }): string {
  if (encoding === 'br') return String(brotliDecompressSync(bytes));
  return String(encoding === 'gzip' ? gunzipSync(bytes) : bytes);
}

const request = fc.record({
  text: fc.integer({ min: 0, max: 300_000 }).map((length) => `${length} ü `.repeat(length / 8)),
  accepted: fc.constantFrom<Encoding>('br', 'gzip', 'identity'),
  waits: fc.boolean(),
});

test('however many are made together, in the same memory time and again, each says what it says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 20 }), async (requests) => {
      const bodies = [];
      for (const { text, accepted, waits } of requests) {
        const body = answerOf(text, accepted).body();
        bodies.push(body);
        if (waits) await body;
      }
      expect((await Promise.all(bodies)).map(decode)).toEqual(requests.map(({ text }) => text));
    }),
    { numRuns: 30 },
  );
});

test('it is encoded once, for those who ask meanwhile and for those who ask later', async () => {
  const onMade = vi.fn();
  const answer = answerOf(LONG, 'br', onMade);
  const [first, second] = await Promise.all([answer.body(), answer.body()]);
  expect(second.bytes).toBe(first.bytes);
  expect((await answer.body()).bytes).toBe(first.bytes);
  expect(onMade).toHaveBeenCalledTimes(1);
});

test('one that could not be written is written for the next who asks', async () => {
  const write = vi.fn<AnswerWriter>(() => {
    throw new Error('not now');
  });
  const answer = encodeAnswer({ tag: 'W/"1"', accepted: 'br', write, onMade: () => undefined });
  await expect(answer.body()).rejects.toThrow('not now');
  write.mockImplementation((json) => json.addText(LONG));
  expect(decode(await answer.body())).toBe(LONG);
});

test.each([200_000, 50_000, 2_000])('only what it is encoded as is kept: %i bytes', async (length) => {
  const sizes: number[] = [];
  const answer = answerOf(LONG.slice(0, length), 'gzip', () => sizes.push(answer.size()));
  expect(answer.size()).toBe(0);
  const { bytes } = await answer.body();
  expect([answer.size(), ...sizes]).toEqual([bytes.length, bytes.length]);
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test.each(['identity', 'br'] as const)(
  'a short one lies in no memory that others share: %s',
  async (encoding) => {
    const { bytes } = await answerOf('{"tickets":[]}', encoding).body();
    expect(String(bytes)).toBe('{"tickets":[]}');
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  },
);

test('what fits a packet is not encoded', async () => {
  expect((await answerOf('{}', 'br').body()).encoding).toBe('identity');
});
