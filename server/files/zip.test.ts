import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip, type ZipPart } from './zip.ts';

const MODIFIED = new Date('2026-02-04T09:00:00Z');

async function bytesOf(parts: readonly ZipPart[], largest?: number): Promise<Buffer> {
  const bytes: Uint8Array[] = [];
  for await (const piece of writeZip(parts, MODIFIED, largest)) bytes.push(piece);
  return Buffer.concat(bytes);
}

/** Lines that do not fit into the buffers on the way, which nothing makes shorter. */
function* endless(onEnd: () => void): Generator<string> {
  try {
    for (let index = 0; ; index++) yield `${index * 7919}${Math.sin(index)}\n`;
  } finally {
    onEnd();
  }
}

test('every part is there as it was written, in order, empty ones too', async () => {
  const long = Array.from({ length: 50_000 }, (_, index) => `line ${index} 🙂\n`);
  const bytes = await bytesOf([
    { name: 'a.xml', lines: ['one', '', ' two'] },
    { name: 'b/c.xml', lines: long },
    { name: 'empty', lines: [] },
  ]);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]);
  expect(parts).toEqual([
    ['a.xml', 'one two'],
    ['b/c.xml', long.join('')],
    ['empty', ''],
  ]);
});

test('more than a zip file can tell is an error, in a part and in all', async () => {
  await expect(bytesOf([{ name: 'a', lines: ['x'.repeat(101)] }], 100)).rejects.toThrow(RangeError);
  const parts = ['a', 'b', 'c'].map((name) => ({ name, lines: ['some text'] }));
  await expect(bytesOf(parts, 100)).rejects.toThrow(RangeError);
  expect(Object.keys(unzipSync(await bytesOf(parts, 1_000)))).toEqual(['a', 'b', 'c']);
});

test('what is made is no more than what is read, and whoever stops ends it', async () => {
  const ended = new Promise<void>((resolve) => {
    const read = async () => {
      let taken = 0;
      for await (const { length } of writeZip([{ name: 'a', lines: endless(resolve) }], MODIFIED)) {
        taken += length;
        if (taken > 1_000_000) break;
      }
    };
    void read();
  });
  await expect(ended).resolves.toBeUndefined();
});

test('a failure of a part is handed on', async () => {
  const lines = (function* () {
    yield 'x'.repeat(100_000);
    throw new TypeError('broken');
  })();
  await expect(bytesOf([{ name: 'a', lines }])).rejects.toThrow('broken');
});
