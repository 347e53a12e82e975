import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPlainCell, asWritableText } from './spreadsheet-text.ts';
import { codePoint } from './testing/code-point.ts';
import { countWork } from './testing/count-work.ts';

const SIGNS = [...'=+-@', ...'＝＋－＠', ...'﹦﹢﹣﹫', ...'⁼⁺⁻', ...'₌₊₋', '−'];

/** What may stand before a formula and be skipped, or lost on the way: the names are for the report of a failure. */
const BEFORE: Readonly<Record<string, string>> = {
  nothing: '',
  blank: ' ',
  tab: '\t',
  'carriage return': '\r',
  'line feed': '\n',
  'vertical tab': '\v',
  'form feed': '\f',
  NUL: '\0',
  backspace: '\b',
  escape: '\u001b',
  'unit separator': '\u001f',
  delete: '\u007f',
  'next line': '\u0085',
  'no-break space': '\u00a0',
  'soft hyphen': '\u00ad',
  'grapheme joiner': '\u034f',
  'Arabic letter mark': '\u061c',
  'Hangul filler': '\u115f',
  'Khmer inherent vowel': '\u17b4',
  'Mongolian vowel separator': '\u180e',
  'em space': '\u2003',
  'zero-width space': '\u200b',
  'zero-width joiner': '\u200d',
  'right-to-left mark': '\u200f',
  'line separator': '\u2028',
  'right-to-left override': '\u202e',
  'narrow no-break space': '\u202f',
  'word joiner': '\u2060',
  isolate: '\u2066',
  'braille blank': '\u2800',
  'ideographic space': '\u3000',
  'variation selector': '\ufe0f',
  'byte order mark': '\ufeff',
  'half-width filler': '\uffa0',
  'interlinear anchor': '\ufff9',
  'a tag character': '\u{e0020}',
  quote: '"',
  apostrophe: "'",
  'curly quote': '“',
  guillemet: '«',
  'wide quote': '＂',
  several: ' \u200b"\0\u00a0\u202e',
};

test.each(Object.entries(BEFORE))('no spreadsheet runs a formula behind %s', (_name, before) => {
  for (const sign of SIGNS) expect(asPlainCell(`${before}${sign}1+1`)).toMatch(/^'/);
});

test.each([
  'Refund please',
  'a=b',
  '5 - 3 = 2',
  '"quoted" - said',
  '«quoted» = said',
  '日本語＝はい',
  'jane@example.com',
  '\u200bhidden',
  '  indented',
  "it's +1",
  '#1017',
  '',
  '🙂 = happy',
])('what is no formula stays as it is: %j', (text) => {
  expect(asPlainCell(text)).toBe(text);
});

test('controls are shown as what nobody can read, tabs and line breaks stay', () => {
  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
  const cell = asPlainCell(`a${controls}\u007fz`);
  expect(cell).toBe(`a${'\uFFFD'.repeat(9)}\t\n${'\uFFFD'.repeat(2)}\r${'\uFFFD'.repeat(19)}z`);
});

test.each(['\uD800', '\uDFFF', '\uFFFE', '\uFFFF', '\0'])('%j is in no file', (unwritable) => {
  expect(asWritableText(`a${unwritable}🙂`)).toBe('a\uFFFD🙂');
  expect(asPlainCell(`=${unwritable}`)).toBe(`'=\uFFFD`);
});

test('whatever stands before it, a formula never begins a cell', () => {
  const piece = fc.constantFrom(...Object.values(BEFORE), ...SIGNS, 'a', '1', ',', ';');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join('');
      const bare = text
        .normalize('NFKC')
        .replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800"'“«\uFFFD]/gu, '')
        .replace('−', '-');
      if (/^[=+\-@]/.test(bare)) expect(asPlainCell(text)).toMatch(/^'/);
    }),
    { numRuns: 2_000 },
  );
});

test('a cell is its text, with an apostrophe before it at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      const cell = asPlainCell(text);
      expect(cell.length - text.length).toBeLessThanOrEqual(1);
      expect(cell.startsWith("'") ? cell.slice(1).length : cell.length).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('a long text is looked at once', () => {
  for (const middle of [' ', '"', '\u200b', '=', 'a', '\0']) {
    const work = [10_000, 20_000, 40_000].map((size) => countWork(() => asPlainCell(middle.repeat(size))));
    expect(work[2]).toBeLessThan(2.2 * (work[1] ?? 0) + 50);
  }
});
