import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvCell, formatCsvRow } from './csv.ts';
import { asPlainCell } from './spreadsheet-text.ts';
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

function read(one: CsvCell): string {
  return typeof one === 'string' ? asPlainCell(one) : String(one ?? '');
}

test('a reader finds every cell where it was written, and no text is a formula', () => {
  // A row of one empty cell is an empty line, which no reader tells from none.
  const row = fc.array(cell, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const file = rows.map(formatCsvRow).join('');
      expect(parseCsv(file)).toEqual(rows.map((one) => one.map(read)));
    }),
    { numRuns: 500 },
  );
});

test('texts are quoted, numbers are not, and null is an empty cell', () => {
  expect(formatCsvRow(['a "b"', -1.5, null, '', '=1'])).toBe(`"a ""b""",-1.5,,"","'=1"\r\n`);
});
