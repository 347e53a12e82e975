import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { asWritableText } from '../../contract/index.ts';
import { downloadWorkbook } from '../test/download.ts';
import { ticket } from '../test/tickets.ts';

async function cellOf(description: string) {
  const { sheets } = await downloadWorkbook([ticket(1, { description })], '?columns=description');
  return sheets[0]?.[1]?.[0];
}

test.each([
  '=1+1',
  '@SUM(A1)',
  '+49 30 123',
  "'quoted",
  '<b>&amp;"bold"</b>',
  ']]><v>1</v>',
  '  blanks  ',
  'two\nlines\tand a tab',
  'שלום \u202Eevil 🙂',
])('a text comes out as it went in, and is no formula: %j', async (text) => {
  expect(await cellOf(text)).toBe(text);
});

test('whatever texts there are, they come out as they went in, each in its row', async () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      "'",
      '&',
      '&lt;',
      '<',
      '>',
      '<![CDATA[',
      ']]>',
      '=',
      '+',
      '@',
      '\t',
      '\r\n',
      '\n',
      '\r',
      ' ',
      '🙂',
    ],
    ...[
      '\0',
      '\u001f',
      '\u0085',
      '\u2028',
      '\u202E',
      '\uD83D',
      '\uFFFE',
      'é',
      'a',
      '1',
      '1e5',
      'TRUE',
      '2026-02-04',
    ],
  );
  const text = fc.string({ unit: piece, minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const list = texts.map((description, index) => ticket(index + 1, { description }));
      const { sheets } = await downloadWorkbook(list, '?sort=id&columns=id,description');
      const expected = texts.map((one, index) => [index + 1, asWritableText(one).replace(/\r\n?/g, '\n')]);
      expect(sheets[0]?.slice(1)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('no part of a workbook has a formula', async () => {
  const { bytes } = await downloadWorkbook([ticket(1, { description: '=1+1', customerName: '<f>1</f>' })]);
  for (const part of Object.values(unzipSync(bytes))) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
});

test('what XML may not hold is replaced', async () => {
  expect(await cellOf('a\0b\u0008c\uD800d\uFFFEe\uFFFF')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD');
  expect(await cellOf('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
});

test('a text that looks like a spreadsheet’s escape is none', async () => {
  const { bytes } = await downloadWorkbook([
    ticket(1, { description: 'a_x000D_b _x12_ _X000D_ _x0041_x0042_' }),
  ]);
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(sheet).toContain('a_x005F_x000D_b _x12_ _X000D_ _x005F_x0041_x005F_x0042_');
});

test('texts that are too long for a cell are cut with a mark, counted, and no character is cut in two', async () => {
  const list = [
    ticket(1, { description: 'x'.repeat(32_767) }),
    ticket(2, { description: 'x'.repeat(32_768) }),
    ticket(3, { description: `x${'😀'.repeat(20_000)}` }),
  ];
  const { sheets, about } = await downloadWorkbook(list, '?sort=id&columns=description');
  const [whole, cut, emoji] = sheets[0]?.slice(1).map(([text]) => String(text)) ?? [];
  expect(whole).toBe('x'.repeat(32_767));
  expect(cut).toBe(`${'x'.repeat(32_760)}… [cut]`);
  expect(emoji).toBe(`x${'😀'.repeat(16_379)}… [cut]`);
  expect(about['Texts cut']).toBe('2, marked: a cell holds 32,767 characters');
});
