import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvCell, type CsvForm, formatCsvRow, SEPARATORS, type Separator } from './csv.ts';
import { asPlainCell, asWritableText } from './spreadsheet-text.ts';
import { parseCsv } from './testing/parse-csv.ts';

const sign = fc.constantFrom(
  '"',
  ',',
  ';',
  '\t',
  '\r\n',
  '\n',
  '=',
  "'",
  '\0',
  '🙂',
  '\u202E',
  ' ',
  'é',
  'a',
);
const text = fc.string({ unit: sign, maxLength: 12 });
const cell: fc.Arbitrary<CsvCell> = fc.oneof(text, text, fc.integer(), fc.constant(null));

const form: fc.Arbitrary<CsvForm> = fc.record({
  separator: fc.constantFrom(...(Object.keys(SEPARATORS) as Separator[])),
  raw: fc.boolean(),
});

function read(one: CsvCell, raw: boolean): string {
  if (typeof one !== 'string') return String(one ?? '');
  return raw ? asWritableText(one) : asPlainCell(one);
}

test('a reader finds every cell where it was written, and unless it is raw no text is a formula', () => {
  // A row of one empty cell is an empty line, which no reader tells from none.
  const row = fc.array(cell, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), form, (rows, { separator, raw }) => {
      const file = rows.map((cells) => formatCsvRow(cells, { separator, raw })).join('');
      expect(parseCsv(file, SEPARATORS[separator])).toEqual(
        rows.map((cells) => cells.map((one) => read(one, raw))),
      );
    }),
    { numRuns: 500 },
  );
});

test('texts are quoted, numbers are not, and null is an empty cell', () => {
  expect(formatCsvRow(['a "b"', -1.5, null, '', '=1'])).toBe(`"a ""b""",-1.5,,"","'=1"\r\n`);
});

test('a raw text is as it is, but for what no file may hold', () => {
  const raw = { separator: 'semicolon', raw: true } as const;
  expect(formatCsvRow(['=1', '+49 30;1', 'a\0\uD800b', 7], raw)).toBe(
    `"=1";"+49 30;1";"a\uFFFD\uFFFDb";7\r\n`,
  );
});
