import { expect, test } from 'vitest';
import { createByteWriter } from './byte-writer.ts';

test('pieces, texts and numbers follow each other, and nothing stays of what was before the beginning', () => {
  const bytes = createByteWriter();
  bytes.add(Buffer.from('something longer than all that comes after it: '.repeat(20)));
  bytes.begin();
  for (const number of [0, 7, 10, 99, 100, 65_536, 999_999_999, 4_294_967_295]) {
    bytes.add(Buffer.from('ü '));
    bytes.addNumber(number);
    bytes.addText(' – ');
  }
  expect(String(bytes.written())).toBe(
    'ü 0 – ü 7 – ü 10 – ü 99 – ü 100 – ü 65536 – ü 999999999 – ü 4294967295 – ',
  );
});

test('there is room for more than is kept, time and again', () => {
  const bytes = createByteWriter();
  for (const piece of ['a', 'bc', 'd'].map((letter) => Buffer.alloc(300_000, letter))) {
    bytes.begin();
    bytes.add(Buffer.from('0'));
    bytes.add(piece);
    bytes.addText(`${piece}ü`);
    bytes.addNumber(42);
    expect(String(bytes.written())).toBe(`0${piece}${piece}ü42`);
  }
});
