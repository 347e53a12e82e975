import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { encodeAnswer } from './encoded-answer.ts';

const LONG = Buffer.from(JSON.stringify({ text: 'Bücher '.repeat(30_000) }));

test('each encoding says the same, under the same tag', async () => {
  const answers = (['br', 'gzip', 'identity'] as const).map((encoding) =>
    encodeAnswer(LONG, encoding, () => undefined),
  );
  const [br, gzip, plain] = await Promise.all(answers.map(async (answer) => await answer.body()));
  expect([br?.encoding, gzip?.encoding, plain?.encoding]).toEqual(['br', 'gzip', 'identity']);
  const decoded = [brotliDecompressSync(br?.bytes ?? ''), gunzipSync(gzip?.bytes ?? ''), plain?.bytes];
  expect(decoded.map(String)).toEqual([LONG, LONG, LONG].map(String));
  expect(new Set(answers.map(({ tag }) => tag)).size).toBe(1);
});

test('it is encoded once, for those who ask meanwhile and for those who ask later', async () => {
  const onEncoded = vi.fn();
  const answer = encodeAnswer(LONG, 'br', onEncoded);
  const [first, second] = await Promise.all([answer.body(), answer.body()]);
  expect(second.bytes).toBe(first.bytes);
  expect((await answer.body()).bytes).toBe(first.bytes);
  expect(onEncoded).toHaveBeenCalledTimes(1);
});

test.each([200_000, 50_000, 2_000])('once it is encoded, no more of it is kept: %i bytes', async (length) => {
  const json = LONG.subarray(0, length);
  const sizes: number[] = [];
  const answer = encodeAnswer(json, 'gzip', () => sizes.push(answer.size()));
  expect(answer.size()).toBe(json.length);
  const { bytes } = await answer.body();
  expect([answer.size(), ...sizes]).toEqual([bytes.length, bytes.length]);
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test.each(['identity', 'br'] as const)(
  'a short one lies in no memory that others share: %s',
  async (encoding) => {
    const { bytes } = await encodeAnswer(Buffer.from('{"tickets":[]}'), encoding, () => undefined).body();
    expect(String(bytes)).toBe('{"tickets":[]}');
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  },
);

test('what fits a packet is not encoded', async () => {
  expect((await encodeAnswer(Buffer.from('{}'), 'br', () => undefined).body()).encoding).toBe('identity');
});
