import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoint } from '../../contract/testing/code-point.ts';
import { oneLine } from './one-line.ts';

test('breaks and blanks are one blank, and none at the ends', () => {
  expect(oneLine('\r\n the\tlift \u2028\u00A0 is\n\nstuck\n')).toBe('the lift is stuck');
});

test('what has no look of its own is gone', () => {
  expect(oneLine('pay\u200Bpal \u202Egpj.exe\u2066\u0000\u00AD\uFEFF\u2060\u3164\u{E0041}\uD800!')).toBe(
    'paypal gpj.exe!',
  );
  expect(oneLine('pay\u200Dpal\u200C')).toBe('paypal');
});

test('what joins letters and emoji stays between them, and nowhere else', () => {
  const persian = 'می\u200Cخواهم';
  expect(oneLine(`${persian} 👩\u200D👧 ❤\uFE0F`)).toBe(`${persian} 👩\u200D👧 ❤\uFE0F`);
  expect(oneLine('م\u200C \u200Dن\u200Da\uFE0F')).toBe('م نa');
});

test('a long line is cut at characters, and ends with an ellipsis', () => {
  expect(oneLine('👍👍👍', 3)).toBe('👍👍👍');
  expect(oneLine('👍👍👍👍', 3)).toBe('👍👍…');
  expect(oneLine('ab cd', 4)).toBe('ab…');
});

test('whatever a text is, its line is its own line, and no longer than wanted', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: codePoint, maxLength: 60 }),
      fc.integer({ min: 2, max: 40 }),
      (text, length) => {
        const line = oneLine(text, length);
        expect([...line].length).toBeLessThanOrEqual(length);
        expect(oneLine(line, length)).toBe(line);
        expect(line).not.toMatch(/[\n\r\p{Cc}]/u);
      },
    ),
  );
});

test.each([1e3, 1e4, 1e5, 1e6])('of %d characters no more are read than the line needs', (size) => {
  let read = 0;
  function* characters() {
    for (; read < size; read++) yield 'a';
  }
  expect(oneLine(characters(), 100)).toHaveLength(100);
  expect(read).toBeLessThan(102);
});
