import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { encodeAnswer } from './encoded-answer.ts';

const LONG = Buffer.from(JSON.stringify({ text: 'Bücher '.repeat(30_000) }));

test('each encoding says the same', async () => {
  const answer = encodeAnswer(LONG, () => undefined);
  const [br, gzip, plain] = await Promise.all([
    answer.body('br'),
    answer.body('gzip'),
    answer.body('identity'),
  ]);
  expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', 'identity']);
  expect([brotliDecompressSync(br.bytes), gunzipSync(gzip.bytes), plain.bytes]).toEqual([LONG, LONG, LONG]);
});

test('an encoding is made once, for those who ask meanwhile and for those who ask later', async () => {
  const onGrow = vi.fn();
  const answer = encodeAnswer(LONG, onGrow);
  const [first, second] = await Promise.all([answer.body('br'), answer.body('br')]);
  expect(second.bytes).toBe(first.bytes);
  expect(answer.body('br')).toBe(first);
  expect(onGrow).toHaveBeenCalledTimes(1);
});

test('its size is that of all its encodings', async () => {
  const answer = encodeAnswer(LONG, () => undefined);
  const plain = await answer.body('identity');
  expect(answer.size()).toBe(plain.bytes.length);
  const [br, gzip] = [await answer.body('br'), await answer.body('gzip')];
  expect(answer.size()).toBe(plain.bytes.length + br.bytes.length + gzip.bytes.length);
});

test('what fits a packet is not encoded', async () => {
  expect((await encodeAnswer(Buffer.from('{}'), () => undefined).body('br')).encoding).toBe('identity');
});
