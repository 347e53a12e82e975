import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, foldText } from './folded-text.ts';
import { codePoint } from './testing/code-point.ts';

/** Texts that people take for the same, by what they have to do with each other. */
const SAME: Readonly<Record<string, readonly (readonly string[])[]>> = {
  case: [
    ['Refund', 'REFUND', 'refund'],
    ['ÉCLAIR', 'éclair', 'e\u0301clair', 'eclair'],
  ],
  'Latin letters with strokes': [
    ['Łódź', 'lodz'],
    ['Søren', 'soren'],
    ['Đorđe', 'dorde'],
    ['Ħal', 'hal'],
    ['Ŧ', 't'],
    ['Ɓɗƙ', 'bdk'],
  ],
  ligatures: [
    ['Æsir', 'aesir'],
    ['Œuvre', 'oeuvre'],
    ['ﬁne', 'fine'],
    ['ĳs', 'ijs'],
    ['Ǆ', 'dž', 'dz'],
  ],
  German: [
    ['Groß', 'GROẞ', 'gross', 'GROSS'],
    ['Müller', 'muller', 'MU\u0308LLER'],
  ],
  Icelandic: [['Þórður', 'thordur']],
  Turkish: [
    ['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
    ['Şişli', 'sisli'],
  ],
  Vietnamese: [
    ['Nguyễn', 'Nguye\u0302\u0303n', 'nguyen'],
    ['Đường', 'duong'],
    ['Ơ Ư', 'o u'],
  ],
  Greek: [
    ['ΣΟΦΟΣ', 'σοφός', 'σοφοσ'],
    ['Ἀθῆναι', 'αθηναι'],
  ],
  Cyrillic: [
    ['Ёлка', 'елка'],
    ['ПРИВЕТ', 'привет'],
  ],
  'Arabic marks': [
    ['مُحَمَّد', 'محمد', 'محــمد'],
    ['أحمد', 'احمد'],
    ['کریم', 'كريم'],
  ],
  'Hebrew marks': [['שָׁלוֹם', 'שלום']],
  'Indic signs': [['क़लम', 'कलम']],
  'Japanese widths': [
    ['ﾃｽﾄ', 'テスト'],
    ['ｶﾞｲﾄﾞ', 'ガイド', 'カ\u3099イト\u3099', 'がいど', 'か\u3099いと\u3099'],
    ['ＡＢＣ１２', 'abc12'],
  ],
  'Japanese kana': [['てすと', 'テスト']],
  Hangul: [['한국', '한국'.normalize('NFD'), '한국']],
  Thai: [
    ['น้ำ', 'นํ้า'],
    ['ม่าน', 'มาน'],
  ],
  digits: [
    ['٣۳३๓３', '33333'],
    ['½', '1/2'],
  ],
  apostrophes: [["O'Brien", 'O’Brien', 'O‘Brien', 'OʼBrien', 'O`Brien', 'O´Brien', 'O＇Brien']],
  quotes: [['"a"', '“a”', '„a“', '«a»', '＂a＂']],
  dashes: [['a-b', 'a‐b', 'a‑b', 'a–b', 'a—b', 'a−b', 'a－b']],
  'invisible characters': [
    [
      'refund',
      're\u00adfund',
      're\u200bfund',
      '\u202erefund',
      'refund\ufeff',
      're\u2060fund',
      're\0fund',
      'refund\ufe0f',
    ],
    ['한국', '\u3164한국'],
  ],
};

describe.each(Object.entries(SAME))('%s', (_, groups) => {
  it.each(groups)('%s and %s are the same', (...texts) => {
    expect(new Set(texts.filter((text) => typeof text === 'string').map(fold)).size).toBe(1);
  });
});

it.each([
  ['하', '한'],
  ['कि', 'का'],
  ['กา', 'กี'],
  ['ッ', 'ツ'],
  ['コーヒー', 'コヒ'],
  ['1,000', '1000'],
  ['a b', 'ab'],
  ['ö', 'oe'],
])('%s and %s are different', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('every character stays as it is when it is folded again', () => {
  const again: string[] = [];
  for (let code = 0; code < 0x20000; code += 1) {
    const folded = fold(String.fromCodePoint(code));
    if (fold(folded) !== folded) again.push(code.toString(16));
  }
  expect(again).toEqual([]);
});

test('what is folded stays as it is when it is folded again', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('folding with places is the same folding, and each place is where a character begins', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (original) => {
      const { text, places } = foldText(original);
      expect(text).toBe(fold(original));
      expect(places).toHaveLength(text.length + 1);
      expect(places.at(-1)).toBe(original.length);
      expect(places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))).toBe(true);
    }),
  );
});
