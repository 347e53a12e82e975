import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPlainCell, mayRun } from './spreadsheet-text.ts';

const UNSEEN = [
  '',
  ' ',
  '\u00A0',
  '\u200B',
  '\u200E',
  '\u202E',
  '\u2066',
  '\uFEFF',
  '\u00AD',
  '\u3164',
  '\u2800',
  '\u0001',
  '\u0000',
  '\uFE0F',
  '\u{E0020}',
];

test('no text that a spreadsheet may run is a formula, whatever stands unseen before it', () => {
  for (const before of UNSEEN) {
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '−']) {
      const cell = asPlainCell(`${before}${before} ${sign}1+1`);
      expect(cell).toBe(`'${`${before}${before} ${sign}1+1`.replaceAll('\0', '')}`);
    }
  }
  for (const start of ['\t', '\r', '\n']) expect(asPlainCell(`${start}text`)).toBe(`'${start}text`);
});

test('every other text is itself', () => {
  for (const text of ['', ' ', 'a=b', '1-2', '"=1"', '#1', 'müde', ' \u200Btext', '日本＝語'])
    expect(asPlainCell(text)).toBe(text);
  expect(asPlainCell('a\0b')).toBe('ab');
});

test('a cell has what its text has, but for NUL and the apostrophe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = asPlainCell(text);
      expect([text.replaceAll('\0', ''), `'${text.replaceAll('\0', '')}`]).toContain(cell);
      expect(mayRun(cell)).toBe(false);
    }),
  );
});

test.each([1e3, 1e4, 1e5, 1e6])('of %d characters each is looked at once at most', (size) => {
  let read = 0;
  function* characters(one: string) {
    for (read = 0; read < size; ) {
      read++;
      yield one;
    }
  }
  expect(mayRun(characters('\u200B'))).toBe(false);
  expect(read).toBe(size);
  expect(mayRun(characters('a'))).toBe(false);
  expect(read).toBe(1);
});
